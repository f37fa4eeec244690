// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/judge_dialog.h"

#include "app/story/hosts.h"
#include "app/words/by_hand.h"
#include "app/words/incident.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/words.h"
#include "ui/incidents/incident_words.h"
#include "ui/live/controls.h"
#include "ui/live/day_edit.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>

#include <algorithm>
#include <set>

namespace kpwatch {

namespace {

constexpr std::size_t mostOthers = 50; // the nearest in time

// Moments at which somebody stopped, but for the first.
std::set<UtcTime> laterOnsets(const Incident& incident) {
    std::set<UtcTime> onsets;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes)
            onsets.insert(time.began.by);
    if (!onsets.empty())
        onsets.erase(onsets.begin());
    return onsets;
}

// Korea's figures, whatever this computer's zone skips or repeats, in whole minutes, as they are shown.
QDateTimeEdit* clockAt(std::chrono::sys_time<std::chrono::minutes> at, QWidget* parent) {
    const QDateTime korea = inKorea(at);
    auto* edit = new QDateTimeEdit(parent);
    edit->setTimeSpec(Qt::UTC);
    edit->setDateTime(QDateTime(korea.date(), korea.time(), Qt::UTC));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(true);
    writePlainly(*edit->calendarWidget());
    return edit;
}

// Our own line became another between them: what failed is told apart, also by hand.
bool isAcrossLines(const JudgeDialog::About& about, const Incident& other) {
    const auto [earlier, later] = std::minmax({about.incident.firstFailure(), other.firstFailure()});
    return std::any_of(about.lineChanges.begin(), about.lineChanges.end(),
                       [&, from = earlier, to = later](UtcTime change) { return from < change && change <= to; });
}

int firstEnabled(const QComboBox& choice) {
    for (int index = 0; index < choice.count(); ++index)
        if (choice.model()->flags(choice.model()->index(index, 0)).testFlag(Qt::ItemIsEnabled))
            return index;
    return -1;
}

UtcTime momentOf(const QDateTimeEdit& edit) { return instantOf(QDateTime(edit.date(), edit.time(), koreaZone())); }

} // namespace

bool JudgeDialog::makesSense(Hand hand, const About& about) {
    switch (hand) {
    case Hand::Merge:
        return about.log.size() > 1;
    case Hand::Split:
        return !laterOnsets(about.incident).empty();
    case Hand::Exclude:
        return hostsOf(about.incident, about.watchlist).size() > 1;
    case Hand::FalseAlarm:
        return !about.incident.falseAlarm;
    case Hand::Window:
    case Hand::Undo:
        return true;
    }
    return true;
}

JudgeDialog::JudgeDialog(Hand hand, const About& about, QWidget* parent)
    : QDialog(parent), m_hand(hand), m_incident(about.incident.id), m_undoes(0), m_reason(new QPlainTextEdit(this)) {
    setWindowTitle(words::hand(hand));
    fill(about);
}

JudgeDialog::JudgeDialog(const Judgement& undone, const About& about, QWidget* parent)
    : QDialog(parent), m_hand(Hand::Undo), m_incident(about.incident.id), m_undoes(undone.id),
      m_reason(new QPlainTextEdit(this)) {
    setWindowTitle(words::hand(Hand::Undo));
    auto* form = new QFormLayout(this);
    auto* what = new TextLabel(13, 400, Ink::Text, this);
    what->setWordWrap(true);
    what->setText(words::saidByHand(undone, about.watchlist));
    form->addRow(what);
    finish();
}

void JudgeDialog::fill(const About& about) {
    auto* form = new QFormLayout(this);
    if (m_hand == Hand::Merge || m_hand == Hand::Split || m_hand == Hand::Exclude) {
        m_choice = new Selector(this);
        m_choice->setObjectName(QStringLiteral("choice"));
        m_choice->setMinimumContentsLength(36);
    }
    switch (m_hand) {
    case Hand::Merge:
        fillOthers(about);
        form->addRow(tr("With"), m_choice);
        if (m_choice->currentIndex() < 0)
            m_choice->setPlaceholderText(tr("none in this stretch: our own line changed between"));
        break;
    case Hand::Split:
        fillMoments(about);
        form->addRow(tr("A second one begins at"), m_choice);
        break;
    case Hand::Window:
        m_from = clockAt(std::chrono::floor<std::chrono::minutes>(about.incident.firstFailure()), this);
        m_to = clockAt(std::chrono::ceil<std::chrono::minutes>(about.incident.end(about.now)), this);
        form->addRow(tr("From, Korea time"), m_from);
        form->addRow(tr("To, Korea time"), m_to);
        break;
    case Hand::Exclude:
        fillMembers(about);
        form->addRow(tr("Leave out"), m_choice);
        break;
    case Hand::FalseAlarm:
    case Hand::Undo:
        break;
    }
    finish();
}

void JudgeDialog::finish() {
    auto* form = static_cast<QFormLayout*>(layout());
    m_reason->setPlaceholderText(tr("Why; dated, and kept with the record and its evidence packs"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setMinimumSize(qRound(360 * textScale()), qRound(80 * textScale()));
    form->addRow(tr("Reason"), m_reason);
    m_trouble = new TextLabel(13, 400, Ink::Down, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setWordWrap(true);
    form->addRow(m_trouble);
    auto* stays = new TextLabel(12, 400, Ink::Text3, this);
    stays->setWordWrap(true);
    stays->setText(m_hand == Hand::Undo ? tr("The observations stay as they are, and that it was said stays on record.")
                                        : tr("The observations stay as they are. This can be undone."));
    form->addRow(stays);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_done = buttons->addButton(windowTitle(), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &JudgeDialog::follow);
    for (QWidget* const first : std::initializer_list<QWidget*>{m_to, m_from, m_choice})
        if (first != nullptr) { // as they stand, from the top
            setTabOrder(first, m_from == first ? static_cast<QWidget*>(m_to) : m_reason);
            first->setFocus();
        }
    for (QDateTimeEdit* const edit : {m_from, m_to})
        if (edit != nullptr)
            connect(edit, &QDateTimeEdit::dateTimeChanged, this, &JudgeDialog::follow);
    follow();
}

void JudgeDialog::fillOthers(const About& about) {
    std::vector<const Incident*> others;
    for (const Incident& incident : about.log)
        if (incident.id != m_incident)
            others.push_back(&incident);
    const auto distance = [&](const Incident* incident) {
        const auto apart = incident->began.by - about.incident.began.by;
        return apart < apart.zero() ? -apart : apart;
    };
    std::stable_sort(others.begin(), others.end(),
                     [&](const Incident* left, const Incident* right) { return distance(left) < distance(right); });
    others.resize(std::min(others.size(), mostOthers));
    for (const Incident* const incident : others) {
        const QString name =
            startSaid(*incident) + QStringLiteral(" · ") + words::silentOnes(*incident, about.watchlist);
        const bool possible = !isAcrossLines(about, *incident);
        m_choice->addItem(possible ? name : tr("%1 · not possible, our own line changed between").arg(name),
                          QString::fromStdString(incident->id));
        if (!possible) // it would be refused
            static_cast<QStandardItemModel*>(m_choice->model())->item(m_choice->count() - 1)->setEnabled(false);
    }
    m_choice->setCurrentIndex(firstEnabled(*m_choice));
}

void JudgeDialog::fillMoments(const About& about) {
    for (const UtcTime onset : laterOnsets(about.incident)) {
        QStringList names;
        for (const Member& member : about.incident.members)
            for (const DownTime& time : member.downTimes)
                if (const Target* const target = about.watchlist.find(member.target);
                    time.began.by == onset && target != nullptr)
                    names << words::label(target->label, 40);
        m_choice->addItem(
            QStringLiteral("%1, %2 KST · %3")
                .arg(words::weekdayDayKst(onset), words::clockKstSeconds(onset), names.join(QStringLiteral(", "))),
            static_cast<qlonglong>(onset.time_since_epoch().count()));
    }
}

void JudgeDialog::fillMembers(const About& about) {
    for (const Member* const host : hostsOf(about.incident, about.watchlist))
        if (const Target* const target = about.watchlist.find(host->target)) {
            const std::string label = hostName(*target, about.watchlist).label;
            m_choice->addItem(words::label(label, 60), QString::fromStdString(target->name));
        }
}

void JudgeDialog::follow() {
    m_done->setEnabled(!faultOf(judgement(UtcTime{})));
    m_trouble->setText(trouble());
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

QString JudgeDialog::trouble() const {
    if (m_from != nullptr && momentOf(*m_from) >= momentOf(*m_to))
        return tr("The window has to begin before it ends.");
    const std::size_t length = judgement(UtcTime{}).reason.size();
    return length > longestReason ? tr("The reason is too long: %1 of %2 bytes.").arg(length).arg(longestReason)
                                  : QString();
}

Judgement JudgeDialog::judgement(UtcTime now) const {
    Judgement judgement;
    judgement.at = now;
    judgement.hand = m_hand;
    judgement.incident = m_incident;
    judgement.undoes = m_undoes;
    judgement.reason = m_reason->toPlainText().trimmed().toStdString();
    if (m_choice != nullptr && m_hand == Hand::Split)
        judgement.from = UtcTime(std::chrono::milliseconds(m_choice->currentData().toLongLong()));
    else if (m_choice != nullptr)
        judgement.other = m_choice->currentData().toString().toStdString();
    if (m_from != nullptr) {
        judgement.from = momentOf(*m_from);
        judgement.to = momentOf(*m_to);
    }
    return judgement;
}

} // namespace kpwatch
