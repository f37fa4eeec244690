// SPDX-License-Identifier: GPL-3.0-or-later
// The record's dialog keeps what was chosen, and erases only what was typed to be erased.
#include "tests/app/history/builders.h"
#include "ui/settings/record_dialog.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace kpwatch;
using namespace kpwatch::testing;

class RecordDialogTest : public QObject {
    Q_OBJECT

    static QLineEdit* wordsIn(const RecordDialog& dialog) {
        for (QLineEdit* each : dialog.findChildren<QLineEdit*>())
            if (!each->placeholderText().isEmpty())
                return each;
        return nullptr; // the spin box has one of its own
    }

  private Q_SLOTS:
    void nothingIsCutByLargeText() {
        installFonts();
        setTextScale(2);
        const auto back = qScopeGuard([] { setTextScale(1); });
        const TempHistory history;
        history.write();
        RecordDialog dialog({.directory = history.directory, .copy = {}, .exportAll = {}, .erase = {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const QLabel* const label : dialog.findChildren<QLabel*>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        for (const QPushButton* const button : dialog.findChildren<QPushButton*>())
            QVERIFY2(button->height() >= button->minimumSizeHint().height(), qPrintable(button->text()));
    }

    void theSizeIsShownAndTheLengthKept() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        RecordDialog dialog({.directory = history.directory, .copy = {}, .exportAll = {}, .erase = {}});
        const QString room = dialog.findChild<QLabel*>(QStringLiteral("room"))->text();
        QVERIFY2(room.contains(QStringLiteral("The record takes")) && room.contains(QStringLiteral("5 Mar")),
                 qPrintable(room));
        QVERIFY2(!room.contains(QRegularExpression(QStringLiteral("\\d[.,]\\d\\d"))), qPrintable(room));
        auto* months = dialog.findChild<QSpinBox*>();
        auto* forEver = dialog.findChild<QCheckBox*>();
        QCOMPARE(months->value(), 13);
        QVERIFY(!forEver->isChecked());
        months->setValue(24);
        dialog.accept();
        QCOMPARE(rawMonthsKept(history.directory), std::optional(24));
        forEver->setChecked(true);
        QVERIFY(!months->isEnabled());
        dialog.accept();
        QCOMPARE(rawMonthsKept(history.directory), std::optional<int>());
    }

    void erasingHasToBeTypedAndARefusalIsSaid() {
        const TempHistory history;
        history.write();
        int erased = 0, ended = 0;
        RecordDialog dialog({.directory = history.directory,
                             .copy = {},
                             .exportAll = {},
                             .erase = [&]() -> Erased {
                                 if (++erased == 1)
                                     throw WriterBusyError("somebody <b>records</b>");
                                 return {{.files = {"history.db"}, .left = {"letter.txt"}, .bytes = 5000}, false};
                             },
                             .end = [&] { ++ended; }});
        QPushButton* button = nullptr;
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == QStringLiteral("Erase everything"))
                button = each;
        QVERIFY(button != nullptr && !button->isEnabled());
        auto* const typed = wordsIn(dialog);
        typed->setText(QStringLiteral("erase everythin"));
        QVERIFY(!button->isEnabled());
        typed->setText(QStringLiteral("erase everything"));
        QVERIFY(button->isEnabled());
        button->click();
        auto* said = dialog.findChild<QLabel*>(QStringLiteral("said"));
        QVERIFY(said->text().contains(QStringLiteral("somebody")));
        QCOMPARE(said->textFormat(), Qt::PlainText);
        QString told; // before the window goes
        QTimer::singleShot(0, &dialog, [&] {
            auto* const last = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            for (const QLabel* const label : last->findChildren<QLabel*>())
                told += label->text();
            QCOMPARE(ended, 0);
            QVERIFY2(said->text().isEmpty(), qPrintable(said->text())); // of the attempt before
            last->accept();
        });
        button->click();
        QCOMPARE(erased, 2);
        QCOMPARE(ended, 1);
        for (const char* const part : {"1 file", "letter.txt", "No keychain answered", "ends now"})
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    }

    void returnErasesOrSaysThatItDidNot_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("erase everything");
        QTest::newRow("Korean") << QStringLiteral("ko") << QStringLiteral("모두 지우기");
        QTest::newRow("English words, Korean window") << QStringLiteral("ko") << QStringLiteral("erase everything");
    }
    void returnErasesOrSaysThatItDidNot() {
        QFETCH(const QString, language);
        QFETCH(const QString, words);
        QVERIFY(speak(language));
        const auto back = qScopeGuard([] { speak(QStringLiteral("en")); });
        const TempHistory history;
        history.write();
        int erased = 0;
        RecordDialog dialog({.directory = history.directory,
                             .copy = {},
                             .exportAll = {},
                             .erase = [&]() -> Erased {
                                 ++erased;
                                 throw WriterBusyError("somebody records");
                             },
                             .end = {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* const typed = wordsIn(dialog);
        const QString wanted = language == QLatin1String("ko") ? QStringLiteral("모두 지우기") : words;
        QVERIFY(typed->placeholderText().contains(wanted));
        const auto* const said = dialog.findChild<QLabel*>(QStringLiteral("said"));
        typed->setFocus();
        QVERIFY(typed->hasFocus());
        for (const QString& wrong : {QString(), words.chopped(1)}) {
            typed->setText(wrong);
            QTest::keyClick(typed, Qt::Key_Return);
            QVERIFY(dialog.isVisible());
            QCOMPARE(erased, 0);
            QVERIFY2(said->isVisible() && said->text().contains(wanted), qPrintable(said->text()));
        }
        typed->setText(words);
        QTest::keyClick(typed, Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // and what hinders it is said
        QCOMPARE(erased, 1);
        QVERIFY2(said->text().contains(QStringLiteral("somebody records")), qPrintable(said->text()));
        dialog.accept(); // nor does Save close over words that erased nothing
        QVERIFY(dialog.isVisible());
        QCOMPARE(erased, 1);
        typed->clear();
        dialog.accept();
        QVERIFY(!dialog.isVisible());
    }

    void exportingShowsHowFarItIsAndCanBeStopped() {
        const TempHistory history;
        history.write();
        std::atomic<int> begun = 0;
        const auto exportAll = [&](const std::filesystem::path& file,
                                   const PackWork& work) -> std::optional<std::uint64_t> {
            ++begun;
            work.progress(0.5);
            while (file.stem() == "endless" && !work.stop.stop_requested())
                std::this_thread::yield();
            return work.stop.stop_requested() ? std::nullopt : std::optional<std::uint64_t>(7);
        };
        RecordDialog dialog({.directory = history.directory, .copy = {}, .exportAll = exportAll, .erase = {}});
        dialog.show();
        auto* const bar = dialog.findChild<QProgressBar*>();
        const auto* const said = dialog.findChild<QLabel*>(QStringLiteral("said"));
        QVERIFY(!bar->isVisible());
        const QPushButton* button = nullptr;
        for (const QPushButton* const each : dialog.findChildren<QPushButton*>())
            if (each->text().startsWith(QStringLiteral("Export")))
                button = each;
        QVERIFY(button != nullptr && QTest::qWaitForWindowExposed(&dialog));
        const QPoint before = button->mapTo(&dialog, QPoint());
        dialog.exportTo(QStringLiteral("endless.jsonl"));
        QTRY_COMPARE(bar->value(), 500);
        QVERIFY(bar->isVisible());
        QTest::qWait(50);
        QCOMPARE(button->text(), QStringLiteral("Stop"));
        QCOMPARE(button->mapTo(&dialog, QPoint()), before);
        dialog.accept(); // the dialog waits for it
        QVERIFY(dialog.isVisible());
        dialog.reject(); // stops it, and only then closes
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(dialog.isVisible());
        QCOMPARE(said->text(), QStringLiteral("Stopped: nothing was saved."));
        dialog.exportTo(QStringLiteral("all.jsonl"));
        QTRY_COMPARE(said->text(), QStringLiteral("The observations are in all.jsonl."));
        QCOMPARE(begun.load(), 2);
    }

    void aCopyIsSavedOrItIsSaidWhyNot() {
        const TempHistory history;
        history.write();
        const auto copy = [&](const std::filesystem::path& file, const std::stop_token& stop) {
            if (file.stem() == "there")
                throw InputError("there.db exists already");
            while (file.stem() == "endless" && !stop.stop_requested())
                std::this_thread::yield();
            return !stop.stop_requested();
        };
        RecordDialog dialog({.directory = history.directory, .copy = copy, .exportAll = {}, .erase = {}});
        dialog.show();
        const auto* const said = dialog.findChild<QLabel*>(QStringLiteral("said"));
        dialog.copyTo(QStringLiteral("endless.db"));
        for (const QPushButton* each : dialog.findChildren<QPushButton*>())
            QVERIFY(!each->text().contains(QStringLiteral("Export")) || !each->isEnabled());
        dialog.reject(); // stops it
        QTRY_COMPARE(said->text(), QStringLiteral("Stopped: nothing was saved."));
        dialog.copyTo(QStringLiteral("there.db"));
        QTRY_COMPARE(said->text(), QStringLiteral("there.db exists already"));
        dialog.copyTo(QStringLiteral("march.db"));
        QTRY_VERIFY(said->text().startsWith(QStringLiteral("A checked copy of the record is in march.db.")));
    }

    void aFolderWithoutARecordIsNoCrash() {
        const TempHistory history;
        RecordDialog dialog({.directory = history.directory, .copy = {}, .exportAll = {}, .erase = {}});
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("room"))->text().isEmpty());
        dialog.accept(); // nothing was changed
    }
};

QTEST_MAIN(RecordDialogTest)
#include "tst_record_dialog.moc"
