// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pack_offer.h"

#include "app/words/label.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace kpwatch {

PackOffer::PackOffer(Asked asked, QWidget* parent)
    : QDialog(parent), m_asked(std::move(asked)), m_title(new TextLabel(18, 600)), m_progress(new QProgressBar),
      m_said(new TextLabel(13)), m_take(new Button(tr("Take it in"), ButtonKind::Primary)),
      m_close(new Button(tr("Close"), ButtonKind::Plain)) {
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the reading is"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_said);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addLayout(buttons);
    resize(560, 240);
    connect(m_close, &QAbstractButton::clicked, this, &PackOffer::reject);
    connect(m_take, &QAbstractButton::clicked, this, &PackOffer::take);
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, &PackOffer::tell);
    m_work.run([this](const std::stop_token& stop) {
        m_verdict = m_asked.check({[this](double share) { m_work.setShare(share); }, stop});
    });
    follow();
}

void PackOffer::take() {
    if (m_stage != Stage::Asking)
        return;
    m_stage = Stage::Taking;
    m_work.run([this](const std::stop_token& stop) { m_new = m_asked.take(stop); });
    follow();
}

void PackOffer::tell() {
    // What was taken in before it could be stopped is told.
    if (m_closing && (m_stage == Stage::Checking || !m_work.trouble().empty()))
        return QDialog::reject();
    const bool good = m_work.trouble().empty() && (m_verdict && m_verdict->intact());
    m_tookIn = m_stage == Stage::Taking && good;
    m_stage = m_stage == Stage::Checking && good && !isOurs() ? Stage::Asking : Stage::Over;
    follow();
}

QString PackOffer::verdictWords() const {
    if (!m_verdict->intact())
        return (m_verdict->judgedOtherwise
                    ? tr("This program cannot confirm it, though its hashes and seals agree: %1 Nothing was taken in.")
                    : tr("It is not what was packed: %1 Nothing was taken in."))
            .arg(words::cleaned(m_verdict->faults.front(), 400));
    const QString who = isOurs() ? tr("this computer")
                                 : words::label(m_verdict->label.empty() ? m_verdict->vantage : m_verdict->label, 60);
    if (m_verdict->incident.empty())
        return tr("It holds %n observation(s) of %1, without hashes or seals that could show that nothing was changed.",
                  nullptr, static_cast<int>(m_verdict->observations))
            .arg(who);
    return tr("It is what was packed: %n observation(s) of %1. Incident %2 was made again from them and comes out the "
              "same, byte by byte.",
              nullptr, static_cast<int>(m_verdict->observations))
        .arg(who, words::cleaned(m_verdict->incident, 40));
}

bool PackOffer::isOurs() const { return m_verdict && m_verdict->intact() && m_verdict->ours; }

QString PackOffer::overtakenWords() const {
    if (m_verdict->overtaken == 0)
        return {};
    return QLatin1Char(' ') + tr("%n check(s) that had been written before its clock was set back over them are left "
                                 "out.",
                                 nullptr, static_cast<int>(m_verdict->overtaken));
}

void PackOffer::follow() {
    const bool working = m_stage == Stage::Checking || m_stage == Stage::Taking;
    // While it works, its thread writes the verdict and the trouble.
    const bool good = working || (m_work.trouble().empty() && (!m_verdict || m_verdict->intact()));
    setWindowTitle(!working && isOurs() ? tr("Checks of your own") : tr("Checks of somebody else"));
    m_title->setText(windowTitle());
    m_progress->setVisible(working);
    m_progress->setRange(0, m_stage == Stage::Taking ? 0 : 1000); // of that nobody knows how far it is
    m_take->setEnabled(m_stage == Stage::Asking);
    m_take->setVisible(m_stage != Stage::Over);
    m_close->setText(working ? tr("Stop") : tr("Close"));
    m_said->setInk(good ? Ink::Text : Ink::Down);
    const QString file = words::cleaned(m_asked.file, 300);
    QString said;
    if (!working && !m_work.trouble().empty())
        said = troubleWords(m_work.trouble());
    else if (m_stage == Stage::Checking)
        said = tr("Reading %1, and making again what follows from it…").arg(file);
    else if (m_stage == Stage::Taking)
        said = tr("Taking it in, as lanes beside your own… What is seen meanwhile is saved after it.");
    else if (m_stage == Stage::Asking)
        said = verdictWords() + overtakenWords() + QLatin1Char(' ') + tr("Take it in, as lanes beside your own?");
    else if (isOurs())
        said = verdictWords() + QLatin1Char(' ') + tr("It is your own: your record has it already.");
    else if (m_verdict->intact())
        said = m_new == 0 ? tr("Nothing in it was new: it stands beside your own lanes already.")
                          : tr("Taken in, %n new check(s): its lanes stand beside yours, with a strip that says where "
                               "both agree.",
                               nullptr, static_cast<int>(m_new)) +
                                overtakenWords();
    else
        said = verdictWords();
    m_said->setText(said);
    if (m_stage == Stage::Asking)
        m_take->setFocus();
}

std::string PackOffer::tookInFrom() const { return m_tookIn ? m_verdict->vantage : std::string(); }

void PackOffer::reject() {
    if (!m_work.isRunning())
        return QDialog::reject();
    m_closing = true; // once its thread has let go of the record
    m_work.stop();
}

} // namespace kpwatch
