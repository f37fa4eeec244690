// SPDX-License-Identifier: GPL-3.0-or-later
// The settings window: every number of the file is there with its bounds and default, what is wrong is said beside its
// field, and nothing is applied until all is right. By keyboard.
#include "app/errors.h"
#include "app/settings_file.h"
#include "ui/live/controls.h"
#include "ui/settings/setting_rows.h"
#include "ui/settings/settings_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace kpwatch;

namespace {

struct Applied {
    int times = 0;
    SettingsChoice choice;
};

SettingsDialogOptions options(Applied& applied, const Settings& settings = {}) {
    SettingsDialogOptions made;
    made.now.settings = settings;
    made.file = QStringLiteral("/record/settings.json");
    made.keepsPlace = true;
    made.apply = [&applied](const SettingsChoice& choice) {
        ++applied.times;
        applied.choice = choice;
    };
    return made;
}

template <typename Widget>
Widget& part(const QDialog& dialog, const QString& name) {
    auto* const found = dialog.findChild<Widget*>(name);
    if (found == nullptr)
        qFatal("no %s", qPrintable(name));
    return *found;
}

void type(QLineEdit& edit, const QString& text) {
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
}

// Another value that is allowed beside all defaults.
QString otherValue(const SettingBounds& bounds) {
    if (bounds.key == "recheck_s")
        return QStringLiteral("20, 60");
    const QString usual = settingText({}, bounds.key);
    const double raised = usual.toDouble() + 1;
    const bool lower = raised > bounds.highest || bounds.key == "confirm_failures_alone";
    return QString::number(bounds.key == "confirm_failures_alone" ? 9 : lower ? usual.toDouble() - 1 : raised);
}

} // namespace

class SettingsDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everySettingOfTheFileIsThereOnce() {
        std::vector<std::string> of_file, of_window;
        for (const SettingBounds& each : settingBounds())
            of_file.emplace_back(each.key);
        for (const SettingWords& each : settingWords()) {
            of_window.emplace_back(each.key);
            QVERIFY(!each.label.isEmpty());
            QVERIFY(each.unit.isEmpty() == (each.key == "degraded_slow_share")); // a share has none
        }
        std::sort(of_file.begin(), of_file.end());
        std::sort(of_window.begin(), of_window.end());
        QVERIFY(of_file == of_window);
    }

    void eachSettingRoundTrips_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const SettingBounds& each : settingBounds())
            QTest::newRow(std::string(each.key).c_str()) << index++;
    }
    void eachSettingRoundTrips() {
        QFETCH(int, index);
        const SettingBounds bounds = settingBounds()[static_cast<std::size_t>(index)];
        const QString key = QString::fromUtf8(bounds.key.data());
        const QString other = otherValue(bounds);
        Applied applied;
        SettingsDialog dialog(options(applied));
        dialog.show();
        auto& edit = part<QLineEdit>(dialog, key);
        QVERIFY(edit.accessibleName().size() > 5 && edit.accessibleDescription().contains(settingText({}, bounds.key)));
        auto& reset = part<QPushButton>(dialog, QStringLiteral("reset-") + key);
        QVERIFY(!reset.isEnabled());
        type(edit, other);
        QVERIFY(reset.isEnabled());
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(applied.times, 1);
        QCOMPARE(settingText(applied.choice.settings, bounds.key), other);
        const auto usual = nlohmann::json::parse(settingsJson({})),
                   now = nlohmann::json::parse(settingsJson(applied.choice.settings));
        int others = 0;
        for (const auto& [name, value] : now.items())
            others += value != usual[name] ? 1 : 0;
        QCOMPARE(others, 1); // and nothing else changed

        Applied back;
        SettingsDialog second(options(back, applied.choice.settings));
        QCOMPARE(part<QLineEdit>(second, key).text(), other);
        part<QPushButton>(second, QStringLiteral("reset-") + key).click();
        second.accept();
        QVERIFY(back.choice.settings == Settings{});
    }

    void whatIsWrongIsSaidBesideItsField_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("too small") << "interval_http_s"
                                   << "0"
                                   << "0 is out of range";
        QTest::newRow("too large") << "rate_per_24_per_min"
                                   << "7"
                                   << "from 1 to 6";
        QTest::newRow("no number") << "announce_span_s"
                                   << "soon"
                                   << "not a whole number";
        QTest::newRow("empty") << "longstanding_h"
                               << ""
                               << "not a whole number";
        QTest::newRow("a fraction") << "stale_intervals"
                                    << "1.5"
                                    << "not a whole number";
        QTest::newRow("falling list") << "recheck_s"
                                      << "60, 30"
                                      << "one is not later than the one before";
        QTest::newRow("of a pair") << "confirm_failures"
                                   << "6"
                                   << "fewer than where others are silent as well";
    }
    void whatIsWrongIsSaidBesideItsField() {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, says);
        Applied applied;
        SettingsDialog dialog(options(applied));
        auto& edit = part<QLineEdit>(dialog, key);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, text);
        auto& apply = part<QPushButton>(dialog, QStringLiteral("apply"));
        QVERIFY(!apply.isEnabled());
        const QString beside =
            key == QLatin1String("confirm_failures") ? QStringLiteral("confirm_failures_alone") : key;
        const auto& fault = part<TextLabel>(dialog, QStringLiteral("fault-") + beside);
        QVERIFY(!fault.isHidden());
        QVERIFY2(fault.text().contains(says), qPrintable(fault.text()));
        const std::vector<SettingWords> all = settingWords();
        const QString label = std::ranges::find(all, beside.toStdString(), &SettingWords::key)->label;
        const auto& beneath = part<TextLabel>(dialog, QStringLiteral("said"));
        QCOMPARE(beneath.text(), label + QStringLiteral(": ") + fault.text()); // as it is called, not by its key
        dialog.accept();
        QCOMPARE(applied.times, 0);
        part<QPushButton>(dialog, QStringLiteral("reset-") + key).click();
        QVERIFY(apply.isEnabled());
        QVERIFY(fault.isHidden());
    }

    void allThatIsWrongIsSaidAtOnce() {
        Applied applied;
        SettingsDialog dialog(options(applied));
        const QStringList wrong{QStringLiteral("interval_http_s"), QStringLiteral("recheck_s"),
                                QStringLiteral("longstanding_h")};
        for (const QString& key : wrong)
            part<QLineEdit>(dialog, key).setText(QStringLiteral("abc"));
        for (const QString& key : wrong) {
            const auto& fault = part<TextLabel>(dialog, QStringLiteral("fault-") + key);
            QVERIFY2(!fault.isHidden(), qPrintable(key));
            const QString heard = part<QLineEdit>(dialog, key).accessibleDescription();
            QVERIFY2(heard.startsWith(fault.text()), qPrintable(heard));
        }
        QVERIFY(part<TextLabel>(dialog, QStringLiteral("fault-interval_dns_s")).isHidden());
        part<QLineEdit>(dialog, wrong[0]).setText(QStringLiteral("240"));
        QVERIFY(part<TextLabel>(dialog, QStringLiteral("fault-") + wrong[0]).isHidden());
        QVERIFY(!part<QLineEdit>(dialog, wrong[0]).accessibleDescription().isEmpty()); // its bounds again
        auto& apply = part<QPushButton>(dialog, QStringLiteral("apply"));
        QVERIFY(!apply.isEnabled());
        for (const QString& key : wrong)
            part<QPushButton>(dialog, QStringLiteral("reset-") + key).click();
        QVERIFY(apply.isEnabled());
    }

    void looksAndWordsOfOnesOwnAreTaken() {
        Applied applied;
        SettingsDialog dialog(options(applied));
        part<QLineEdit>(dialog, QStringLiteral("place")).setText(QStringLiteral("  our office in  Seoul "));
        part<QLineEdit>(dialog, QStringLiteral("newsroom")).setText(QStringLiteral("The Courier"));
        part<Selector>(dialog, QStringLiteral("language")).setCurrentIndex(2);
        part<Selector>(dialog, QStringLiteral("text-size")).setCurrentIndex(4);
        part<Selector>(dialog, QStringLiteral("theme")).setCurrentIndex(2);
        dialog.accept();
        QCOMPARE(applied.choice.place, QStringLiteral("our office in Seoul"));
        QCOMPARE(applied.choice.chart.newsroom, QStringLiteral("The Courier"));
        QCOMPARE(applied.choice.look.language, QStringLiteral("ko"));
        QCOMPARE(applied.choice.look.textPercent, 200);
        QVERIFY(applied.choice.look.theme == ThemeChoice::Dark);
        QVERIFY(applied.choice.settings == Settings{});
    }

    void whatCannotBeKeptIsSaidAndTheWindowStays() {
        Applied applied;
        SettingsDialogOptions refusing = options(applied);
        refusing.apply = [](const SettingsChoice&) { throw StorageError("the disk is full"); };
        SettingsDialog dialog(refusing);
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        QVERIFY(part<TextLabel>(dialog, QStringLiteral("said")).text().contains(QStringLiteral("the disk is full")));
    }

    void aLinkClosesTheWindowAndIsOpenedThen() {
        Applied applied;
        int opened = 0;
        SettingsDialogOptions linked = options(applied);
        linked.links = {
            {QStringLiteral("Telling"), QStringLiteral("Quiet hours…"), QStringLiteral("about"), [&] { ++opened; }}};
        SettingsDialog dialog(linked);
        for (auto* const button : dialog.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Quiet hours…"))
                button->click();
        QVERIFY(dialog.linkChosen());
        dialog.linkChosen()();
        QCOMPARE(opened, 1);
        QCOMPARE(applied.times, 0);
    }

    void everyGroupIsReachedByKeyboard() {
        Applied applied;
        SettingsDialog dialog(options(applied));
        dialog.show();
        auto& groups = part<QListWidget>(dialog, QStringLiteral("groups"));
        QCOMPARE(groups.currentRow(), 0);
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTest::keyClick(&groups, Qt::Key_Tab);
        QVERIFY(part<QLineEdit>(dialog, QStringLiteral("interval_http_s")).hasFocus());
        groups.setFocus();
        QTest::keyClick(&groups, Qt::Key_Down);
        QVERIFY(part<QLineEdit>(dialog, QStringLiteral("confirm_failures")).isVisible());
        QTest::keyClick(&groups, Qt::Key_End);
        QCOMPARE(groups.currentRow(), groups.count() - 1);
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "tst_settings_dialog.moc"
