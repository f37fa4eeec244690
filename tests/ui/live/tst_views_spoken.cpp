// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told of each view: everything that takes the focus has a name and a role of its own kind, in
// both languages, and each view has the parts that make it what it is.
#include "tests/app/words/told.h"
#include "tests/ui/live/sample_record.h"
#include "ui/archive/events_panel.h"
#include "ui/evidence/evidence_dialog.h"
#include "ui/evidence/exports_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/incidents/incidents_page.h"
#include "ui/live/find_dialog.h"
#include "ui/live/go_to_dialog.h"
#include "ui/live/live_page.h"
#include "ui/live/timeline_table.h"
#include "ui/live/way_dialog.h"
#include "ui/main_window.h"
#include "ui/manual/about_dialog.h"
#include "ui/manual/manual_window.h"
#include "ui/settings/entry_dialog.h"
#include "ui/settings/record_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/sources_dialog.h"
#include "ui/settings/watchlist_dialog.h"
#include "ui/target/target_panel.h"
#include "ui/tell/telling_dialog.h"
#include "ui/translation.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QListWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

struct Spoken {
    QStringList wrong; // what takes the focus without a name, or without a role
    int focusable = 0;
    QHash<QAccessible::Role, int> roles; // of what is shown
};

void hear(QAccessibleInterface* part, Spoken& spoken, int depth = 0) {
    if (part == nullptr || !part->isValid() || part->state().invisible || depth > 40)
        return;
    ++spoken.roles[part->role()];
    const bool scrolls = qobject_cast<QAbstractScrollArea*>(part->object()) != nullptr; // Qt has no role for it
    const bool plain = part->role() == QAccessible::NoRole || (part->role() == QAccessible::Client && !scrolls);
    if (part->state().focusable && part->role() != QAccessible::Window && part->role() != QAccessible::Dialog) {
        ++spoken.focusable;
        const QString name = part->text(QAccessible::Name);
        const auto* const widget = qobject_cast<QWidget*>(part->object());
        // Whom Tab does not reach, or for whom somebody else speaks.
        const bool inside =
            widget != nullptr && (widget->focusProxy() != nullptr || !(widget->focusPolicy() & Qt::TabFocus));
        if ((name.isEmpty() || plain) && !inside)
            spoken.wrong << u"%1 (role %2) \"%3\""_s
                                .arg(QString::fromUtf8(
                                    part->object() != nullptr ? part->object()->metaObject()->className() : "?"))
                                .arg(part->role())
                                .arg(name);
    }
    if (part->tableInterface() != nullptr)
        return; // its cells are tested where it is
    for (int i = 0; i < part->childCount(); ++i)
        hear(part->child(i), spoken, depth + 1);
}

Spoken heardIn(QWidget& view) {
    view.show();
    QCoreApplication::processEvents();
    Spoken spoken;
    hear(QAccessible::queryAccessibleInterface(&view), spoken);
    return spoken;
}

} // namespace

class TestViewsSpoken : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const Settings m_settings;
    const Watchlist m_watchlist = sample::watchlist();

    std::string none() const { return m_folder.filePath(u"none"_s).toStdString(); }

    static void languages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QAccessible::setActive(true);
    }
    void cleanup() {
        QLocale::setDefault(QLocale::c());
        speak(u"en"_s);
    }

    void firstRunAndMainWindow_data() { languages(); }
    void firstRunAndMainWindow() {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language)); // the window speaks it
        Monitor monitor({none(), false}, m_watchlist, m_settings);
        Archive archive(none(), m_watchlist);
        MainWindow window(monitor, archive, m_watchlist, m_settings, {});
        Spoken first = heardIn(window);
        QCOMPARE(first.wrong.join(u'\n'), QString());
        QVERIFY(first.roles[QAccessible::RadioButton] >= 2); // the ways out
        QVERIFY(first.focusable > 15);
        QVERIFY(first.roles[QAccessible::Table] >= 1); // the time line
        window.page().setPicture(sample::picture());
        window.page().setAnswer(sample::answer(window.page().query()));
        const Spoken watching = heardIn(window);
        QCOMPARE(watching.wrong.join(u'\n'), QString());
        QCOMPARE(watching.roles[QAccessible::StatusBar], 1); // the headline
    }

    void review_data() { languages(); }
    void review() {
        QFETCH(const QString, language);
        const testing::Told told("sites 100-190", 300);
        IncidentsAnswer answer;
        answer.log = told.incidents;
        answer.passing = {true};
        answer.shown = 0;
        answer.assessment = told.assessment;
        answer.around = timelineOf(told.watchlist, told.spans, {testing::minute(60), told.asOf}, told.asOf);
        answer.asOf = answer.toldAt = told.asOf;
        speak(language);
        IncidentsPage page(told.watchlist, false, nullptr);
        page.setAnswer(answer);
        const Spoken log = heardIn(page);
        QCOMPARE(log.wrong.join(u'\n'), QString());
        page.openIncident(answer.log.front().id);
        page.setAnswer(answer);
        const Spoken review = heardIn(page);
        QCOMPARE(review.wrong.join(u'\n'), QString());
        QVERIFY(review.roles[QAccessible::StaticText] > 10);
        QVERIFY(review.roles[QAccessible::Button] > 3);
    }

    void dialogs_data() { languages(); }
    void dialogs() {
        QFETCH(const QString, language);
        speak(language);
        ExportDialog composer({sample::timeline({sample::ago(24), sample::now()})}, m_settings, {}, nullptr);
        const Spoken chart = heardIn(composer);
        QCOMPARE(chart.wrong.join(u'\n'), QString());
        QVERIFY(chart.roles[QAccessible::ComboBox] >= 2);
        QVERIFY(chart.roles[QAccessible::EditableText] >= 3); // headline, standfirst, alt text
        TellingDialogOptions telling;
        telling.trialOf = [](ChannelKind) { return ChannelStatus(); };
        telling.statuses = [] { return std::vector<ChannelStatus>(); };
        TellingDialog channels(telling);
        const Spoken told = heardIn(channels);
        QCOMPARE(told.wrong.join(u'\n'), QString());
        QVERIFY(told.roles[QAccessible::CheckBox] >= 6);
        QVERIFY(told.roles[QAccessible::Grouping] >= 6);
        SourcesDialogOptions sources;
        sources.statuses = [] { return std::vector<SourceStatus>(); };
        SourcesDialog publicOnes(sources);
        QCOMPARE(heardIn(publicOnes).wrong.join(u'\n'), QString());
        RecordDialog record({.directory = none(), .exportAll = {}, .erase = {}});
        QCOMPARE(heardIn(record).wrong.join(u'\n'), QString());
    }

    void settingsAndEditor_data() { languages(); }
    void settingsAndEditor() {
        QFETCH(const QString, language);
        speak(language);
        SettingsDialog settings({.now = {m_settings, {}, {}, {}}, .file = u"settings.json"_s, .keepsPlace = true});
        const Spoken numbers = heardIn(settings);
        QCOMPARE(numbers.wrong.join(u'\n'), QString());
        QCOMPARE(numbers.roles[QAccessible::List], 1);
        QVERIFY(numbers.roles[QAccessible::EditableText] >= 8);
        settings.findChild<QListWidget*>(u"groups"_s)->setCurrentRow(3);
        const Spoken looks = heardIn(settings);
        QCOMPARE(looks.wrong.join(u'\n'), QString());
        QVERIFY(looks.roles[QAccessible::ComboBox] >= 5);
        WatchlistDialog editor(
            {.json = m_watchlist.json().empty() ? shippedList() : m_watchlist.json(), .settings = m_settings});
        const Spoken list = heardIn(editor);
        QCOMPARE(list.wrong.join(u'\n'), QString());
        QVERIFY(list.roles[QAccessible::Tree] + list.roles[QAccessible::Table] >= 1);
        EntryDialog entry({.draft = WatchlistDraft(shippedList()), .place = DraftPlace{DraftPart::Targets, 0}});
        QCOMPARE(heardIn(entry).wrong.join(u'\n'), QString());
    }

    void smallWindows_data() { languages(); }
    void smallWindows() {
        QFETCH(const QString, language);
        speak(language);
        const HandingOn handing{.list = [](const PackWork&) { return std::vector<WentOut>(); }};
        EvidenceDialog evidence({"20260305-171700", u"KCNA"_s, {}}, handing);
        ExportsDialog wentOut(handing);
        FindDialog find;
        GoToDialog goTo(sample::now(), sample::ago(24), sample::now());
        ManualWindow manual(m_settings);
        TimelineTable table;
        TargetPanel target(m_watchlist, m_settings, false, nullptr);
        EventsPanel events(m_folder.path().toStdString());
        WayDialog way(m_watchlist, Direct{});
        AboutDialog about;
        for (QWidget* const each : std::initializer_list<QWidget*>{&evidence, &wentOut, &find, &goTo, &manual, &table,
                                                                   &target, &events, &way, &about}) {
            const Spoken heard = heardIn(*each);
            QVERIFY2(heard.focusable > 0, each->metaObject()->className());
            QVERIFY2(heard.wrong.isEmpty(),
                     qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(each->metaObject()->className()),
                                                heard.wrong.join(u'\n'))));
        }
    }

  private:
    static std::string shippedList() {
        return R"({"version":1,"sites":[{"id":"s","label":"KCNA","host":"www.kcna.kp"}],"targets":[{"id":"w","site":"s",)"
               R"("probe":{"kind":"tcp","host":"175.45.176.71","port":80}}]})";
    }
};

QTEST_MAIN(TestViewsSpoken)
#include "tst_views_spoken.moc"
