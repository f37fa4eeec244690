// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/record_dialog.h"

#include "app/history/backup.h"
#include "app/history/doctor.h"
#include "app/words/count.h"
#include "app/words/words.h"
#include "ui/export/save_file.h"
#include "ui/live/controls.h"
#include "ui/live/pass_wheel.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kpwatch {
namespace {

TextLabel* named(const QString& text, const char* name) {
    auto* label = paragraph(text, Ink::Text);
    label->setObjectName(QLatin1String(name));
    return label;
}

QString roomWords(const std::filesystem::path& directory) {
    try {
        const Diagnosis found = glanced(directory);
        QString text = RecordDialog::tr("The record takes %1, its backups %2. It lies in %3.")
                           .arg(words::dataSize(found.size.bytes), words::dataSize(found.size.backups),
                                words::cleaned(directory.string(), 300));
        if (found.size.rawFrom)
            text += QLatin1Char(' ') +
                    RecordDialog::tr("Single checks are kept from %1 on.").arg(words::stampKst(*found.size.rawFrom));
        if (found.latestBackup)
            text += QLatin1Char(' ') +
                    RecordDialog::tr("The latest backup is of %1.").arg(words::stampKst(*found.latestBackup));
        if (found.placeWarning)
            text += QLatin1Char(' ') + troubleWords(*found.placeWarning);
        return text;
    } catch (const StorageError& error) {
        return troubleWords(error.what());
    }
}

} // namespace

QString erasedWords(const Erased& erased) {
    QStringList said{RecordDialog::tr("The record, its backups and what you wrote beside it are erased (%n files, %1), "
                                      "and so is what this window remembered.",
                                      nullptr, static_cast<int>(erased.what.files.size()))
                         .arg(words::dataSize(erased.what.bytes))};
    if (!erased.what.left.empty()) {
        QStringList left;
        for (const std::filesystem::path& file : erased.what.left)
            left << words::cleaned(file.string(), 100);
        said << RecordDialog::tr("Not ours, and left: %1.").arg(left.join(QStringLiteral(", ")));
    }
    said << (erased.secrets ? RecordDialog::tr("Secrets in the keychain are erased too.")
                            : RecordDialog::tr("No keychain answered: if you gave this program a token or a password, "
                                               "it may still lie there. Erase once more when it is open."));
    said << RecordDialog::tr("KPWatch ends now. When it starts again, it begins from nothing.");
    return said.join(QLatin1Char(' '));
}

RecordDialog::RecordDialog(RecordDialogOptions options, QWidget* parent)
    : FormDialog(tr("The record"), {540, 600}, parent), m_options(std::move(options)), m_months(new QSpinBox),
      m_forEver(new QCheckBox(tr("Keep all single checks for ever"))), m_typed(new QLineEdit),
      m_erase(new SideButton(tr("Erase everything"))), m_copy(new SideButton({})), m_export(new SideButton({})),
      m_progress(new QProgressBar) {
    above().addWidget(named(roomWords(m_options.directory), "room"));
    connect(m_copy, &QPushButton::clicked, this, &RecordDialog::copyOrStop);
    above().addWidget(m_copy);
    QSizePolicy place = m_progress->sizePolicy();
    place.setRetainSizeWhenHidden(true); // Stop stays where it was clicked
    m_progress->setSizePolicy(place);
    above().addWidget(m_progress);

    auto* keeping = new QGroupBox(tr("Single checks"));
    auto* keep = new QVBoxLayout(keeping);
    keep->addWidget(named(tr("What was judged, summaries and all checks around an outage are kept for ever. Other "
                             "checks are removed day by day once they are older than this; their seals stay."),
                          "about"));
    const std::optional<int> months = rawMonthsKept(m_options.directory);
    m_months->setRange(1, rawMonthsMost);
    m_months->setSuffix(tr(" months"));
    m_months->setAccessibleName(tr("Months for which single checks are kept"));
    m_months->setValue(months.value_or(rawMonthsUsual));
    m_forEver->setChecked(!months);
    keep->addWidget(m_months);
    passWheel(*m_months);
    keep->addWidget(m_forEver);
    connect(m_forEver, &QCheckBox::toggled, this, &RecordDialog::refreshStates);
    list().addWidget(keeping);

    auto* erasing = new QGroupBox(tr("Erase everything"));
    auto* erase = new QVBoxLayout(erasing);
    erase->addWidget(named(
        tr("The record, its backups, notes and the list of exports, what this window remembers, and its secrets in the "
           "keychain. It cannot be taken back. Charts, files and copies of the record elsewhere stay, and so does what "
           "this computer's own backups still hold."),
        "warning"));
    connect(m_export, &QPushButton::clicked, this, &RecordDialog::exportOrStop);
    erase->addWidget(m_export);
    m_progress->setAccessibleName(tr("How far the file is"));
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, &RecordDialog::tellWritten);
    m_typed->setPlaceholderText(tr("Type “%1” to be able to").arg(tr("erase everything")));
    m_typed->setAccessibleName(m_typed->placeholderText());
    connect(m_typed, &QLineEdit::textChanged, this, &RecordDialog::refreshStates);
    erase->addWidget(m_typed);
    connect(m_erase, &QPushButton::clicked, this, &RecordDialog::eraseAll);
    erase->addWidget(m_erase);
    list().addWidget(erasing);
    list().addStretch(1);
    refreshStates();
}

void RecordDialog::refreshStates() {
    m_months->setEnabled(!m_forEver->isChecked());
    const bool writing = m_work.isRunning();
    const auto offer = [&](QPushButton* button, const QString& text) {
        button->setText(writing && button == m_writes ? tr("Stop") : text);
        button->setEnabled(!writing || button == m_writes);
    };
    offer(m_copy, tr("Save a copy of the record…"));
    offer(m_export, tr("Export the observations first…"));
    m_progress->setRange(0, m_writes == m_copy ? 0 : 1000); // of a copy nobody knows how far it is
    m_progress->setValue(m_work.permille());
    m_progress->setVisible(writing);
    m_erase->setEnabled(!writing && mayErase());
}

// A keyboard may have no Hangul: the English words do in every language.
bool RecordDialog::mayErase() const {
    const QString typed = m_typed->text().simplified();
    return typed == tr("erase everything") || typed == QLatin1String("erase everything");
}

// A line edit hands Return on, and the dialog would take it for Save and close with nothing erased.
void RecordDialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_typed->hasFocus())
        eraseIfTyped();
    else
        FormDialog::keyPressEvent(event);
}

void RecordDialog::eraseIfTyped() {
    if (m_work.isRunning())
        say(tr("Nothing is erased yet: a file is being written. Wait for it, or stop it."));
    else if (mayErase())
        eraseAll();
    else
        say(tr("Nothing is erased: type “%1” first.").arg(tr("erase everything")));
}

void RecordDialog::accept() {
    if (m_work.isRunning())
        return;
    if (!m_typed->text().isEmpty()) // who wanted to erase must not believe that it is done
        return say(tr("Nothing is erased yet. Press “%1”, or clear what you typed there to save the rest.")
                       .arg(m_erase->text()));
    try {
        const std::optional<int> chosen = m_forEver->isChecked() ? std::nullopt : std::optional(m_months->value());
        if (chosen != rawMonthsKept(m_options.directory))
            keepRaw(m_options.directory, chosen);
        QDialog::accept();
    } catch (const std::exception& error) {
        say(troubleWords(error.what()));
    }
}

void RecordDialog::copyOrStop() {
    if (m_work.isRunning())
        return m_work.stop();
    const QString name = QStringLiteral("kpwatch-%1.db").arg(words::cleaned(compactUtc(utcNow()).substr(0, 8)));
    QString file =
        QFileDialog::getSaveFileName(this, tr("Save a copy of the record"), documentsFolder().filePath(name),
                                     tr("Copies of a record (*.db)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".db")))
        file += QLatin1String(".db");
    copyTo(file);
}

void RecordDialog::exportOrStop() {
    if (m_work.isRunning())
        return m_work.stop();
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the observations"),
                                                      documentsFolder().filePath(QStringLiteral("kpwatch.jsonl")),
                                                      tr("Observations (*.jsonl *.csv)"));
    if (!file.isEmpty())
        exportTo(file);
}

void RecordDialog::copyTo(const QString& file) {
    write(m_copy,
          tr("A checked copy of the record is in %1. KPWatch opens it like a document (Ctrl+O), to look at it or to go "
             "on with it.")
              .arg(words::cleaned(file.toStdString(), 300)),
          [this, path = std::filesystem::path(file.toStdString())](const PackWork& work) {
              return m_options.copy(path, work.stop);
          });
}

void RecordDialog::exportTo(const QString& file) {
    write(m_export, tr("The observations are in %1.").arg(words::cleaned(file.toStdString(), 300)),
          [this, path = std::filesystem::path(file.toStdString())](const PackWork& work) {
              return m_options.exportAll(path, work).has_value();
          });
}

void RecordDialog::write(QPushButton* by, const QString& done, const std::function<bool(const PackWork&)>& what) {
    m_writes = by;
    m_done = done;
    m_written = false;
    m_work.run([this, what](const std::stop_token& stop) {
        m_written = what({[this](double share) { m_work.setShare(share); }, stop});
    });
    say({});
    refreshStates();
}

void RecordDialog::tellWritten() {
    refreshStates();
    if (!m_work.trouble().empty())
        say(troubleWords(m_work.trouble()));
    else
        say(m_written ? m_done : tr("Stopped: nothing was saved."));
}

void RecordDialog::reject() {
    if (m_work.isRunning())
        m_work.stop();
    else
        QDialog::reject();
}

void RecordDialog::eraseAll() {
    say({}); // that nothing is erased
    try {
        const Erased erased = m_options.erase();
        tellPlainly(this, tr("Everything is erased"), erasedWords(erased));
        m_options.end();
        QDialog::reject();
    } catch (const std::exception& error) {
        say(troubleWords(error.what()));
    }
}

} // namespace kpwatch
