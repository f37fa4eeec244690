// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_dialog.h"

#include "app/words/count.h"
#include "app/words/words.h"
#include "ui/evidence/remark_words.h"
#include "ui/export/save_file.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>

#include <algorithm>

namespace kpwatch {

namespace {

TextLabel* paragraph(const QString& text, Ink ink = Ink::Text) {
    auto* label = new TextLabel(13, 400, ink);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setText(text);
    return label;
}

constexpr int longestName = 200;

} // namespace

EvidenceDialog::EvidenceDialog(About about, const HandingOn& handing, QWidget* parent)
    : QDialog(parent), m_about(std::move(about)), m_handing(handing), m_label(new QLineEdit),
      m_organization(new QLineEdit(m_about.newsroom)), m_chart(new QCheckBox(tr("With the chart"))),
      m_progress(new QProgressBar), m_outcome(paragraph({})), m_save(new Button(tr("Save…"), ButtonKind::Primary)),
      m_close(new Button(tr("Close"), ButtonKind::Plain)) {
    setWindowTitle(tr("Evidence pack"));
    auto* title = new TextLabel(18, 600);
    title->setText(m_about.title);
    title->setWordWrap(true);
    m_chart->setChecked(true);
    for (QLineEdit* const field : {m_label, m_organization}) {
        field->setMaxLength(longestName);
        connect(field, &QLineEdit::returnPressed, this, &EvidenceDialog::askWhere);
    }
    m_label->setPlaceholderText(tr("another computer"));
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the packing is"));
    QSizePolicy place = m_progress->sizePolicy();
    place.setRetainSizeWhenHidden(true); // Stop stays where it was clicked
    m_progress->setSizePolicy(place);
    m_progress->hide();

    auto* fields = new QFormLayout;
    fields->addRow(tr("Name of this desk in the pack"), m_label);
    fields->addRow(tr("Newsroom that hands it on"), m_organization);
    fields->addRow(QString(), m_chart);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(paragraph(tr("Every check and event that the rules need, the rules and numbers in force, the "
                                   "seals of its days, and a page that explains them: who doubts the incident can "
                                   "make it again and compare every byte.")));
    column->addWidget(paragraph(tr("What stays here: your address, computer, user, folders, resolver, the first "
                                   "routers on your way, and your notes."),
                                Ink::Text2));
    column->addLayout(fields);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
    resize(560, sizeHint().height());
    connect(m_save, &QAbstractButton::clicked, this, &EvidenceDialog::askWhere);
    connect(m_close, &QAbstractButton::clicked, this, &EvidenceDialog::reject);
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, &EvidenceDialog::tell);
    follow();
}

void EvidenceDialog::follow() {
    const bool packing = m_work.isRunning();
    m_progress->setVisible(packing);
    m_save->setEnabled(!packing);
    m_close->setText(packing ? tr("Stop") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
    for (QWidget* const field :
         {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_organization), static_cast<QWidget*>(m_chart)})
        field->setEnabled(!packing);
}

void EvidenceDialog::askWhere() {
    const QString name = words::cleaned(suggestedPackName(m_about.incident));
    QString file = QFileDialog::getSaveFileName(this, tr("Save the evidence"), documentsFolder().filePath(name),
                                                tr("Evidence pack (*.zip)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".zip"))) {
        file += QLatin1String(".zip"); // the system asked about another name
        if (QFileInfo::exists(file)) {
            m_outcome->setInk(Ink::Down);
            m_outcome->setText(tr("%1 is there already. Choose another name.").arg(QDir::toNativeSeparators(file)));
            return;
        }
    }
    save(file);
}

void EvidenceDialog::save(const QString& file) {
    m_made.reset();
    m_outcome->setText({});
    PackChoice choice{m_about.incident, file.toStdString(), m_label->text().simplified().toStdString(),
                      m_organization->text().simplified().toStdString(), m_chart->isChecked()};
    m_work.run([this, choice = std::move(choice)](const std::stop_token& stop) {
        m_made = m_handing.pack(choice, {[this](double share) { m_work.setShare(share); }, stop});
    });
    follow();
}

void EvidenceDialog::tell() {
    follow();
    const bool good = m_work.trouble().empty();
    m_outcome->setInk(good ? Ink::Text : Ink::Down);
    if (!good) {
        m_outcome->setText(troubleWords(m_work.trouble()));
    } else if (!m_made) {
        m_outcome->setText(tr("Stopped: nothing was saved."));
    } else {
        QString said = tr("Saved: %1 (%2, %n observation(s)).", nullptr, static_cast<int>(m_made->observations))
                           .arg(QDir::toNativeSeparators(words::cleaned(m_made->file.string(), 400)),
                                words::dataSize(m_made->bytes));
        for (const PackRemark& remark : m_made->remarks)
            said += QLatin1Char('\n') + remarkWords(remark);
        m_outcome->setText(said);
        m_close->setFocus();
    }
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width()))); // to its last line
}

void EvidenceDialog::reject() {
    if (m_work.isRunning())
        m_work.stop();
    else
        QDialog::reject();
}

} // namespace kpwatch
