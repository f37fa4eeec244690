// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors.h"
#include "app/history/backup.h"
#include "app/history/consent.h"
#include "app/history/history.h"
#include "app/words/agreement.h"
#include "tests/support/fake_ripe.h"
#include "tests/ui/live/sample_record.h"
#include "ui/export/export_dialog.h"
#include "ui/incidents/incident_pane.h"
#include "ui/live/banner.h"
#include "ui/live/controls.h"
#include "ui/live/find_dialog.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/headline_bar.h"
#include "ui/live/live_page.h"
#include "ui/live/site_tile.h"
#include "ui/live/switch.h"
#include "ui/main_window.h"
#include "ui/manual/manual_window.h"
#include "ui/remembered.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>

using namespace kpwatch;

class MainWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingIsSentAndNothingWrittenBeforeTheStart();
    void unwritableHistoryIsSaidInTheBanner();
    void whatTheDiskRefusedAtTheStartBeginsByItself();
    void anotherPlaceForTheRecordIsChosen();
    void aCopyIsCalledOneAndGoneOnWith();
    void aFileInThePlaceOfTheRecordIsToldFromTheStart();
    void aRecordOfANewerProgramOffersNoStart();
    void nextPartIsOneThatIsSeen();
    void everyActionIsInTheMenu();
    void whoLooksOnReadsTheStateInTheTitle();
    void whatFileDialogsRememberIsForgottenWithTheRest();
    void theWayAgreedToIsTakenWithTheWindow();
    void whatOthersSayIsToldOfIncidentsWithTheLanes();
    void anotherWayIsAskedForAndTakenFromTheMenu();
    void technicalDetailIsOneSwitchInTwoPlaces();
    void textOfWhatIsSeenIsCopied();
    void findOpensReadyForTyping();
    void theManualIsOneWindow();
    void themeChangesEveryToken();
    void everyTextGrowsAndComesBack();
    void clockRestsWhileNobodySees();
    void clockGoesSlowlyWhilePaused();
    void clockTicksSeldomWhilePaused();
    void exportedPictureCarriesItsWords();
    void everyShapeIsSavedAtItsSize();
    void altTextByHandIsKept();
    void unwritableFileIsSaidInTheDialog();
    void theImageIsCopiedAsItWouldBeSaved();
    void theSameChartReachesToNowByOneKey();
    void aFileDroppedOnTheWindowIsOpened();

  private:
    void recordAnAnswer(const std::filesystem::path& record, UtcTime seen) const;
    static QAction* find(MainWindow& window, const QString& text);
    Watchlist m_watchlist = sample::watchlist();
    Settings m_settings;
    QTemporaryDir m_folder;
};

QAction* MainWindowTest::find(MainWindow& window, const QString& text) {
    for (QAction* action : window.actions())
        if (action->text().remove(u'&') == text)
            return action;
    return nullptr;
}

void MainWindowTest::nothingIsSentAndNothingWrittenBeforeTheStart() {
    const QString history = m_folder.filePath(QStringLiteral("untouched"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.page().answer().has_value());
    QCOMPARE(monitor.picture().watching, Watching::NotStarted);
    QVERIFY(!QFile::exists(history));
    QVERIFY(window.findChild<FirstRunPane*>()->isVisible());
    QVERIFY(window.findChild<HeadlineBar*>()->accessibleName().startsWith(QStringLiteral("Ready to watch")));
    QVERIFY(find(window, QStringLiteral("Start watching"))->isEnabled());
    QVERIFY(!find(window, QStringLiteral("Check now"))->isEnabled());
}

void MainWindowTest::unwritableHistoryIsSaidInTheBanner() {
    const QString history = m_folder.filePath(QStringLiteral("a-file"));
    QFile file(history);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.show();
    Q_EMIT window.page().startWanted(Direct{});
    const auto* banner = window.findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName().startsWith(QStringLiteral("Watching could not be started.")));
    QCOMPARE(monitor.picture().watching, Watching::NotStarted);
}

// The banner's button, the question, the folder, and what the program is told; a place that is none is said.
void MainWindowTest::anotherPlaceForTheRecordIsChosen() {
    const QString history = m_folder.filePath(QStringLiteral("another-file"));
    QFile file(history);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    std::vector<std::string> asked;
    const auto elsewhere = [&](const std::string& directory, QWidget*) {
        asked.push_back(directory);
        if (asked.size() == 1)
            throw StorageError("there is no room");
    };
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.recordElsewhere = elsewhere});
    window.show();
    Q_EMIT window.page().startWanted(Direct{});
    auto* const banner = window.findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    const QString empty = m_folder.filePath(QStringLiteral("empty"));
    QVERIFY(QDir().mkpath(empty));
    QStringList said; // by the windows that opened, in order
    const auto answer = [&](const QString& folder) {
        QTimer clicker;
        connect(&clicker, &QTimer::timeout, &window, [&] {
            auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            said << dialog->windowTitle();
            if (auto* const chooser = qobject_cast<QFileDialog*>(dialog)) {
                chooser->setDirectory(folder);
                chooser->findChild<QLineEdit*>()->setText(folder);
                QMetaObject::invokeMethod(chooser, "accept");
                return;
            }
            dialog->accept();
        });
        clicker.start(50);
        for (auto* button : banner->findChildren<Button*>())
            if (button->text() == QStringLiteral("Choose another place…"))
                QTest::mouseClick(button, Qt::LeftButton);
    };
    answer(empty);
    QCOMPARE(asked, std::vector{empty.toStdString()});
    QCOMPARE(said.last(), QStringLiteral("Not there"));
    answer(m_folder.path()); // where other files are it gets a folder of its own
    QCOMPARE(asked.back(), m_folder.filePath(QStringLiteral("kpwatch")).toStdString());
}

// The window of a copy offers no start; its banner's button asks for a folder.
void MainWindowTest::recordAnAnswer(const std::filesystem::path& record, UtcTime seen) const {
    Observation answer;
    answer.target = m_watchlist.targets.front().id;
    answer.startedAt = seen;
    answer.reached = Stage::Done;
    answer.failure = Failure::None;
    Batch batch;
    batch.events = {{seen, Started{}}};
    batch.observations = {answer};
    History({.directory = record}, m_watchlist, m_settings, seen).append(batch);
}

void MainWindowTest::aCopyIsCalledOneAndGoneOnWith() {
    const std::filesystem::path record = m_folder.filePath(QStringLiteral("copied")).toStdString();
    const std::filesystem::path copy = m_folder.filePath(QStringLiteral("kpwatch-20260101.db")).toStdString();
    const UtcTime seen = utcNow() - std::chrono::days{40};
    recordAnAnswer(record, seen);
    backUp(record, copy);
    Monitor monitor({copy, false}, m_watchlist, m_settings);
    Archive archive(copy, m_watchlist);
    std::vector<std::string> asked;
    MainWindow window(monitor, archive, m_watchlist, m_settings,
                      {.recordElsewhere = [&](const std::string& place, QWidget*) { asked.push_back(place); },
                       .copy = ShownCopy{QStringLiteral("kpwatch-20260101.db"), seen}});
    window.show();
    QTRY_VERIFY(window.page().answer() && window.page().answer()->firstRowAt);
    QCOMPARE(window.windowTitle(), QStringLiteral("kpwatch-20260101.db, a copy of a record – KPWatch"));
    QVERIFY(!window.findChild<FirstRunPane*>()->isVisible());
    QVERIFY(!find(window, QStringLiteral("Start watching"))->isEnabled());
    QVERIFY(window.findChild<HeadlineBar*>()->accessibleName().startsWith(QStringLiteral("A copy of a record")));
    QCOMPARE(window.page().query().range.end, seen); // not a day in which there is nothing of it
    const QString folder = m_folder.filePath(QStringLiteral("restored"));
    QVERIFY(QDir().mkpath(folder));
    QTimer clicker;
    connect(&clicker, &QTimer::timeout, &window, [&] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (auto* const chooser = qobject_cast<QFileDialog*>(dialog)) {
            chooser->setDirectory(folder);
            chooser->findChild<QLineEdit*>()->setText(folder);
            QMetaObject::invokeMethod(chooser, "accept");
        } else if (dialog != nullptr) {
            dialog->accept();
        }
    });
    clicker.start(50);
    auto* const banner = window.findChild<Banner*>();
    QVERIFY(banner->accessibleName().startsWith(QStringLiteral("This window shows a copy of a record.")));
    for (auto* button : banner->findChildren<Button*>())
        if (button->text() == QStringLiteral("Go on with it…"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked, std::vector{folder.toStdString()});
}

void MainWindowTest::aFileInThePlaceOfTheRecordIsToldFromTheStart() {
    const std::filesystem::path place = m_folder.filePath(QStringLiteral("a letter")).toStdString();
    QFile letter(QString::fromStdString(place.string()));
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("dear") == 4);
    letter.close();
    Monitor monitor({place, false}, m_watchlist, m_settings);
    Archive archive(place, m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.hindered = misplacedFile(place)});
    window.show();
    auto* const banner = window.findChild<Banner*>();
    QTRY_VERIFY(window.page().answer() && window.page().answer()->trouble);
    QTRY_VERIFY(
        banner->accessibleName().startsWith(QStringLiteral("Watching could not be started. KPWatch keeps trying. ")));
    QVERIFY2(banner->accessibleName().contains(QStringLiteral("move it away")), qPrintable(banner->accessibleName()));
}

void MainWindowTest::aRecordOfANewerProgramOffersNoStart() {
    const std::filesystem::path record = m_folder.filePath(QStringLiteral("newer")).toStdString();
    const UtcTime seen = utcNow() - std::chrono::hours{1};
    recordAnAnswer(record, seen);
    Monitor monitor({record, false}, m_watchlist, m_settings);
    Archive archive(record, m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings,
                      {.agreed = Direct{}, .newer = "/x/history.db was written by a newer one."});
    window.show();
    QTRY_VERIFY(window.page().answer() && window.page().answer()->firstRowAt);
    QVERIFY(!window.findChild<FirstRunPane*>()->isVisible());
    const QString headline = window.findChild<HeadlineBar*>()->accessibleName();
    QVERIFY2(!headline.contains(QStringLiteral("until you start")), qPrintable(headline));
    QVERIFY(!find(window, QStringLiteral("Start watching"))->isEnabled());
    QCOMPARE(monitor.picture().watching, Watching::NotStarted);
}

void MainWindowTest::nextPartIsOneThatIsSeen() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.viewer = true});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const char* const tab : {"Live", "Incidents"}) {
        find(window, QString::fromLatin1(tab))->trigger();
        for (const char* const step : {"Next part", "Next part", "Previous part"}) {
            find(window, QString::fromLatin1(step))->trigger();
            QVERIFY2(window.focusWidget() != nullptr && window.focusWidget()->isVisible(), tab);
        }
    }
}

void MainWindowTest::whatFileDialogsRememberIsForgottenWithTheRest() {
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    const QDir config(m_folder.filePath(QStringLiteral("config")));
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    keepFileDialogsApart();
    QFileDialog(nullptr, QString(), m_folder.path()).setOption(QFileDialog::DontUseNativeDialog);
    QVERIFY(!config.exists(QStringLiteral("QtProject.conf")));
    const QDir ours(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    const QFileInfoList kept = ours.entryInfoList();
    QVERIFY(std::ranges::any_of(
        kept, [](const QFileInfo& each) { return each.fileName() == QStringLiteral("QtProject.conf"); }));
    QVERIFY(QFile(ours.filePath(QStringLiteral("theirs"))).open(QIODevice::WriteOnly));
    forgetRemembered();
    QVERIFY(!ours.exists(QStringLiteral("QtProject.conf")) && ours.exists(QStringLiteral("theirs")));
    QVERIFY(QFile::remove(ours.filePath(QStringLiteral("theirs"))));
    forgetRemembered();
    QVERIFY(!ours.exists()); // an empty folder is none of anybody's
    before.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
}

void MainWindowTest::whoLooksOnReadsTheStateInTheTitle() {
    const std::filesystem::path directory = m_folder.filePath(QStringLiteral("of another")).toStdString();
    const TargetId page = m_watchlist.targets.front().id;
    const UtcTime now = utcNow(), since = now - std::chrono::minutes{40};
    Batch batch;
    batch.events = {{since, Started{}}, {now, Heartbeat{}}};
    for (const Target& target : m_watchlist.targets) {
        Observation answer;
        answer.target = target.id;
        answer.startedAt = since;
        answer.reached = Stage::Done;
        answer.failure = Failure::None;
        batch.observations.push_back(answer);
        Span state;
        state.range = {since, now};
        state.verdict = target.id == page ? Verdict::Down : Verdict::Up;
        if (target.id == page)
            state.onset = Onset{since, since};
        batch.spans.push_back({target.id, since, {state}});
    }
    History({.directory = directory}, m_watchlist, m_settings, since).append(batch);

    bool written = true, recorded = false;
    std::optional<WritersPlace> other(std::in_place, directory);
    Monitor monitor({directory, false}, m_watchlist, m_settings);
    Archive archive(directory, m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings,
                      {.viewer = true,
                       .writtenElsewhere = [&written] { return written; },
                       .recordedElsewhere = [&recorded] { return recorded; }});
    window.show();
    QTRY_COMPARE_WITH_TIMEOUT(window.windowTitle(), QStringLiteral("One of four sites does not answer – KPWatch"),
                              10'000);
    written = false; // the other program has ended
    other.reset();
    QTRY_COMPARE_WITH_TIMEOUT(window.windowTitle(), QStringLiteral("KPWatch"), 10'000);
    QStringList tiles;
    for (const SiteTile* tile : window.findChildren<SiteTile*>())
        tiles << tile->accessibleName() + QStringLiteral(": ") + tile->accessibleDescription();
    QVERIFY2(tiles.filter(QStringLiteral("Not watching")).size() == 4 &&
                 tiles.filter(QStringLiteral("Last answer")).size() == 4,
             qPrintable(tiles.join(QLatin1Char('\n'))));
    QVERIFY2(tiles.filter(QStringLiteral("Not started")).isEmpty(), qPrintable(tiles.join(QLatin1Char('\n'))));
    written = true; // another works on the record, and records nothing
    other.emplace(directory);
    QTest::qWait(2500);
    QCOMPARE(window.windowTitle(), QStringLiteral("KPWatch"));
    recorded = true; // and one has begun to
    QTRY_COMPARE_WITH_TIMEOUT(window.windowTitle(), QStringLiteral("One of four sites does not answer – KPWatch"),
                              10'000);
    QVERIFY(!find(window, QStringLiteral("Start watching"))->isEnabled());
}

void MainWindowTest::everyActionIsInTheMenu() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.viewer = true});
    const std::pair<const char*, const char*> keys[] = {{"Pause", "Ctrl+P"},
                                                        {"Check now", "F5"},
                                                        {"Export…", "Ctrl+E"},
                                                        {"Side pane", "F9"},
                                                        {"Next part", "F6"},
                                                        {"Quit", "Ctrl+Q"},
                                                        {"24 hours", "Ctrl+0"},
                                                        {"Find…", "Ctrl+F"},
                                                        {"Copy as text", "Ctrl+Shift+C"},
                                                        {"Previous change", "Ctrl+Left"},
                                                        {"Next change", "Ctrl+Right"},
                                                        {"Technical detail", "Ctrl+D"},
                                                        {"Timeline as a table", "Ctrl+T"},
                                                        {"Go to a day…", "Ctrl+G"},
                                                        {"Back to the range before", "Alt+Left"},
                                                        {"Manual", "F1"},
                                                        {"Keys and gestures", "Ctrl+F1"},
                                                        {"Same chart, to now…", "Ctrl+Shift+E"}};
    for (const auto& [text, key] : keys) {
        const QAction* action = find(window, QString::fromUtf8(text));
        QVERIFY2(action, text);
        QCOMPARE(action->shortcut(), QKeySequence(QString::fromUtf8(key)));
    }
    for (const char* text : {"Start watching", "Way out…", "30 d", "All", "Dark", "Zoom in"})
        QVERIFY2(find(window, QString::fromUtf8(text)), text);
    QStringList keysTaken;
    for (const QAction* action : window.actions()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!keysTaken.contains(action->shortcut().toString()), qPrintable(action->text()));
        keysTaken << action->shortcut().toString();
    }
    find(window, QStringLiteral("7 d"))->trigger();
    QCOMPARE(window.page().card().timeline().view().choice(), std::optional(RangeChoice::Week));
    QVERIFY(!find(window, QStringLiteral("Start watching"))->isEnabled()); // a viewer starts nothing
    QVERIFY(window.findChild<Banner*>()->accessibleName().startsWith(QStringLiteral("Another program is watching.")));
}

// A page and a control at addresses of this computer where nobody listens.
static Watchlist quietList() {
    return parseWatchlist(R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s",)"
                          R"("probe":{"kind":"http","url":"http://127.0.0.1:9/"}},{"id":"n","group":"name-servers",)"
                          R"("probe":{"kind":"dns","server":"127.0.0.1","port":9,"name":"kp","type":"SOA"}}]})",
                          "test", {});
}

void MainWindowTest::theWayAgreedToIsTakenWithTheWindow() {
    const Watchlist watchlist = quietList();
    const QString history = m_folder.filePath(QStringLiteral("observing"));
    Monitor monitor({history.toStdString(), false}, watchlist, m_settings);
    Archive archive(history.toStdString(), watchlist);
    MainWindow window(monitor, archive, watchlist, m_settings, {.agreed = ObserveOnly{}});
    window.show();
    QTRY_COMPARE(monitor.picture().watching, Watching::Observing);
    QTRY_COMPARE(window.windowTitle(), QStringLiteral("KPWatch – observing only"));
    QVERIFY(window.findChild<HeadlineBar*>()->accessibleName().startsWith(QStringLiteral("Observing only.")));
    QVERIFY(window.findChild<Banner*>()->accessibleName().startsWith(QStringLiteral("Observing only.")));
    const auto* tile = window.findChild<SiteTile*>();
    QVERIFY2(tile->accessibleName().endsWith(QStringLiteral("Not watching")), qPrintable(tile->accessibleName()));
    QVERIFY2(tile->accessibleDescription().startsWith(QStringLiteral("Observing only, nothing is sent")),
             qPrintable(tile->accessibleDescription()));
    QVERIFY(!find(window, QStringLiteral("Start watching"))->isEnabled());
    QVERIFY(!find(window, QStringLiteral("Check now"))->isEnabled());
    QVERIFY(find(window, QStringLiteral("Way out…"))->isEnabled());
    QCOMPARE(monitor.picture().recorded, 0U);
}

void MainWindowTest::whatTheDiskRefusedAtTheStartBeginsByItself() {
    const Watchlist watchlist = quietList();
    const QString history = m_folder.filePath(QStringLiteral("refused"));
    QFile file(history);
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
    Monitor monitor({history.toStdString(), false}, watchlist, m_settings);
    Archive archive(history.toStdString(), watchlist);
    MainWindow window(monitor, archive, watchlist, m_settings, {.agreed = ObserveOnly{}});
    window.show();
    const auto* banner = window.findChild<Banner*>();
    const QString refused = QStringLiteral("Watching could not be started.");
    QTRY_VERIFY(banner->accessibleName().startsWith(refused + QStringLiteral(" KPWatch keeps trying.")));
    QVERIFY(file.remove());
    QTRY_COMPARE_WITH_TIMEOUT(monitor.picture().watching, Watching::Observing, 60'000);
    QTRY_VERIFY(!banner->accessibleName().startsWith(refused));
}

void MainWindowTest::whatOthersSayIsToldOfIncidentsWithTheLanes() {
    test::FakeRipe ripe;
    const Watchlist watchlist = quietList();
    const QString history = m_folder.filePath(QStringLiteral("told"));
    writeSources(history.toStdString(), ripe.sources());
    Monitor monitor({history.toStdString(), false}, watchlist, m_settings);
    Archive archive(history.toStdString(), watchlist);
    MainWindow window(monitor, archive, watchlist, m_settings, {.agreed = ObserveOnly{}});
    window.show();
    const auto* const pane = window.findChild<IncidentPane*>();
    QVERIFY(pane != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(ripe.streams > 0 && monitor.picture().told > 0, 20'000);
    QTest::qWait(2000); // what it began with is told
    QVERIFY(pane->answer());
    const UtcTime before = pane->answer()->toldAt;
    ripe.gone = true;
    QTRY_VERIFY_WITH_TIMEOUT(pane->answer()->toldAt > before, 8'000); // without it, once a minute
}

void MainWindowTest::anotherWayIsAskedForAndTakenFromTheMenu() {
    const Watchlist watchlist = quietList();
    const QString history = m_folder.filePath(QStringLiteral("changed"));
    Monitor monitor({history.toStdString(), false}, watchlist, m_settings);
    Archive archive(history.toStdString(), watchlist);
    MainWindow window(monitor, archive, watchlist, m_settings, {.agreed = ObserveOnly{}});
    window.show();
    QTRY_COMPARE(monitor.picture().watching, Watching::Observing);
    QTRY_VERIFY(find(window, QStringLiteral("Way out…"))->isEnabled());
    const auto answer = [&](bool take) {
        QTimer::singleShot(0, &window, [&, take] {
            auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            dialog->findChildren<QRadioButton*>().at(1)->click();
            QCOMPARE(monitor.picture().watching, Watching::Observing); // choosing changes nothing
            dialog->findChildren<Button*>().at(take ? 0 : 1)->click();
        });
        find(window, QStringLiteral("Way out…"))->trigger();
    };
    answer(false);
    QCOMPARE(monitor.picture().watching, Watching::Observing);
    answer(true);
    QCOMPARE(monitor.picture().watching, Watching::Running);
    const WayOut tor = parseProxy("127.0.0.1:9050");
    const auto consent = latestConsent(history.toStdString());
    QCOMPARE(consent->way, tor);
    QCOMPARE(consent->text, words::agreementText(watchlist, tor).toStdString());
    QTRY_VERIFY(window.windowTitle().endsWith(QStringLiteral(" – KPWatch – through a proxy")));
    QCOMPARE(monitor.picture().switchedOff.size(), std::size_t{1});
}

void MainWindowTest::technicalDetailIsOneSwitchInTwoPlaces() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto tiles = window.findChildren<SiteTile*>();
    const int plain = tiles.first()->sizeHint().height();
    Switch* technical = nullptr;
    for (auto* each : window.findChildren<Switch*>())
        if (each->text() == QStringLiteral("Technical detail"))
            technical = each;
    QVERIFY(technical && technical->isVisible());
    QTest::mouseClick(technical, Qt::LeftButton);
    QVERIFY(find(window, QStringLiteral("Technical detail"))->isChecked());
    QVERIFY(tiles.first()->sizeHint().height() > plain);
    find(window, QStringLiteral("Technical detail"))->trigger();
    QVERIFY(!technical->isChecked());
    QCOMPARE(tiles.first()->sizeHint().height(), plain);
}

void MainWindowTest::textOfWhatIsSeenIsCopied() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.simulated = true});
    find(window, QStringLiteral("Copy as text"))->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(QStringLiteral("SIMULATED")));
    QVERIFY(text.contains(QStringLiteral("Ready to watch")));
    QVERIFY(text.contains(QStringLiteral("Air Koryo (www.airkoryo.com.kp): Not started")));
}

void MainWindowTest::findOpensReadyForTyping() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (auto* button : window.findChildren<Button*>())
        if (button->text() == QStringLiteral("Find…"))
            QTest::mouseClick(button, Qt::LeftButton);
    const auto* dialog = window.findChild<FindDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(qobject_cast<QLineEdit*>(dialog->focusWidget()));
}

void MainWindowTest::everyTextGrowsAndComesBack() {
    const QString history = m_folder.filePath(QStringLiteral("sizes"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.show();
    const auto sizes = [&window] {
        std::map<const QWidget*, int> found;
        for (const QWidget* widget : window.findChildren<QWidget*>())
            if (widget->isVisible() && (widget->inherits("QLabel") || widget->inherits("QPushButton")))
                found[widget] = widget->font().pixelSize();
        return found;
    };
    Look look{.theme = ThemeChoice::Light};
    window.setLook(look);
    const auto before = sizes();
    for (const int percent : {150, 200, 200, 100}) {
        look.textPercent = percent;
        look.theme = look.theme == ThemeChoice::Light ? ThemeChoice::Dark : ThemeChoice::Light;
        window.setLook(look);
        QCoreApplication::processEvents();
        for (const auto& [widget, now] : sizes())
            if (const auto then = before.find(widget); then != before.end())
                QVERIFY2(std::abs(now - then->second * percent / 100.0) <= 1.5,
                         qPrintable(QStringLiteral("%1 %2: %3 became %4 at %5 %")
                                        .arg(QLatin1String(widget->metaObject()->className()),
                                             widget->property("text").toString())
                                        .arg(then->second)
                                        .arg(now)
                                        .arg(percent)));
    }
}

void MainWindowTest::theManualIsOneWindow() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.viewer = true});
    window.show();
    QAction* const open = find(window, QStringLiteral("Manual"));
    open->trigger();
    auto* const manual = window.findChild<ManualWindow*>();
    QVERIFY(manual->isVisible());
    manual->showMinimized();
    open->trigger();
    QCOMPARE(window.findChildren<ManualWindow*>().size(), 1);
    QVERIFY(!manual->isMinimized());
    manual->close();
    QTRY_VERIFY(window.findChildren<ManualWindow*>().isEmpty());
    open->trigger();
    QVERIFY(window.findChild<ManualWindow*>()->isVisible());
}

void MainWindowTest::themeChangesEveryToken() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings,
                      {.before = HandedOver{.kept = {.look = {.theme = ThemeChoice::Dark}}}});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.grab().toImage().pixelColor(500, 20), Theme::night().surface);
    find(window, QStringLiteral("Light"))->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(window.grab().toImage().pixelColor(500, 20), Theme::light().surface);
}

void MainWindowTest::clockRestsWhileNobodySees() {
    const QString history = m_folder.filePath(QStringLiteral("none"));
    Monitor monitor({history.toStdString(), false}, m_watchlist, m_settings);
    Archive archive(history.toStdString(), m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    const auto ticking = [&] {
        for (const QTimer* timer : window.findChildren<QTimer*>(QString(), Qt::FindDirectChildrenOnly))
            if (timer->isActive() && !timer->isSingleShot())
                return true;
        return false;
    };
    QVERIFY(!ticking());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(ticking());
    window.showMinimized();
    QTRY_VERIFY(!ticking());
    window.showNormal();
    QTRY_VERIFY(ticking());
    window.hide();
    QVERIFY(!ticking());
}

// A second that is painted wakes the computer three times, and nothing happens in it.
void MainWindowTest::clockGoesSlowlyWhilePaused() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.setNow(sample::now());
    const auto clock = [&] {
        QStringList texts;
        for (const TextLabel* label : page.findChild<HeadlineBar*>()->findChildren<TextLabel*>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    };
    Picture picture = sample::picture();
    page.setPicture(picture);
    QVERIFY2(clock().contains(QStringLiteral("16:46:20")), qPrintable(clock()));
    picture.watching = Watching::Paused;
    page.setPicture(picture);
    QVERIFY2(!clock().contains(QStringLiteral(":20")), qPrintable(clock()));
    QVERIFY2(clock().contains(QStringLiteral("16:46\n")) && clock().contains(QStringLiteral("07:46 UTC")),
             qPrintable(clock()));
}

void MainWindowTest::clockTicksSeldomWhilePaused() {
    using namespace std::chrono_literals;
    const std::filesystem::path history = m_folder.filePath(QStringLiteral("paused")).toStdString();
    const Watchlist here =
        parseWatchlist(R"({"version":1,"allow_private":true,"targets":[{"id":"here","group":"routers",)"
                       R"("probe":{"kind":"tcp","host":"127.0.0.1","port":9},"interval_s":60}]})",
                       "test", m_settings);
    Monitor monitor({history, false}, here, m_settings);
    Archive archive(history, here);
    MainWindow window(monitor, archive, here, m_settings, {});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QTimer* clock = nullptr;
    for (const QTimer* timer : window.findChildren<QTimer*>(QString(), Qt::FindDirectChildrenOnly))
        if (timer->isActive() && !timer->isSingleShot())
            clock = timer;
    QVERIFY(clock != nullptr);
    monitor.start();
    QTRY_COMPARE(clock->interval(), 1000);
    monitor.pause();
    QTRY_VERIFY_WITH_TIMEOUT(clock->interval() > 3000, 20'000); // the first may end within three seconds
    const UtcTime next = utcNow() + clock->remainingTimeAsDuration();
    QVERIFY(next.time_since_epoch() % 10s < 1s);
    monitor.resume();
    QTRY_COMPARE(clock->interval(), 1000);
}

void MainWindowTest::exportedPictureCarriesItsWords() {
    ExportDialog dialog({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings, {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* headline = dialog.findChildren<QPlainTextEdit*>().constFirst();
    QVERIFY(!headline->toPlainText().isEmpty()); // suggested
    const QString pictures = qEnvironmentVariable("KPWATCH_PICTURES");
    if (!pictures.isEmpty())
        QVERIFY(dialog.grab().save(pictures + QStringLiteral("/export.png")));
    headline->setPlainText(QStringLiteral("A headline of my own"));
    const QString file = m_folder.filePath(dialog.suggestedFileName());
    QVERIFY(file.endsWith(QStringLiteral("kpwatch-20260312-0746Z-article.png")));
    QVERIFY(dialog.save(file));
    QImageReader reader(file);
    QCOMPARE(reader.size(), QSize(1600, 900));
    const QImage saved = reader.read();
    QVERIFY(!saved.text(QStringLiteral("Description")).isEmpty());
    QVERIFY(saved.text(QStringLiteral("Software")).startsWith(QStringLiteral("KPWatch")));
    const auto labels = dialog.findChildren<TextLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const TextLabel* label) {
        return label->text().startsWith(QStringLiteral("Saved: ")) && label->text().contains(file);
    }));
    QCOMPARE(QGuiApplication::clipboard()->text(), saved.text(QStringLiteral("Description")));
}

void MainWindowTest::everyShapeIsSavedAtItsSize() {
    ExportDialog dialog({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings, {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* const sizes = dialog.findChild<QComboBox*>();
    QCOMPARE(sizes->accessibleName(), QStringLiteral("Size"));
    sizes->setFocus();
    const QSize expected[] = {{1600, 900}, {1200, 675}, {1080, 1080}, {1080, 1350}, {2126, 1196}};
    for (int i = 0; i < static_cast<int>(std::size(expected)); ++i) {
        if (i > 0)
            QTest::keyClick(sizes, Qt::Key_Down);
        const QString file = m_folder.filePath(QStringLiteral("shape-%1.png").arg(i));
        QVERIFY(dialog.save(file));
        QCOMPARE(QImageReader(file).size(), expected[i]);
        if (const QString pictures = qEnvironmentVariable("KPWATCH_PICTURES"); !pictures.isEmpty())
            QVERIFY(dialog.grab().save(pictures + QStringLiteral("/export-%1.png").arg(i)));
    }
    QCOMPARE(dialog.chartStyle().preset, std::string("print"));
    ExportDialog again({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings,
                       dialog.chartStyle());
    QCOMPARE(again.findChild<QComboBox*>()->currentIndex(), 4);
}

void MainWindowTest::altTextByHandIsKept() {
    ExportDialog dialog({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings, {});
    const auto fields = dialog.findChildren<QPlainTextEdit*>();
    auto* const headline = fields.at(0);
    auto* const alt = fields.at(2);
    headline->setPlainText(QStringLiteral("Another headline"));
    QVERIFY(alt->toPlainText().contains(QStringLiteral("Another headline"))); // follows while nobody wrote it
    alt->setPlainText(QStringLiteral("What I see"));
    headline->setPlainText(QStringLiteral("A third headline"));
    QCOMPARE(alt->toPlainText(), QStringLiteral("What I see"));
    const QString file = m_folder.filePath(QStringLiteral("alt.png"));
    QVERIFY(dialog.save(file));
    QCOMPARE(QImage(file).text(QStringLiteral("Description")), QStringLiteral("What I see"));
}

void MainWindowTest::unwritableFileIsSaidInTheDialog() {
    ExportDialog dialog({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings, {});
    QVERIFY(!dialog.save(m_folder.filePath(QStringLiteral("no/such/folder/chart.png"))));
    const auto labels = dialog.findChildren<TextLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const TextLabel* label) { return label->text().contains(QStringLiteral("cannot be written")); }));
}

void MainWindowTest::theImageIsCopiedAsItWouldBeSaved() {
    ExportDialog dialog({sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()})}, m_settings, {});
    for (auto* button : dialog.findChildren<Button*>())
        if (button->text() == QStringLiteral("Copy image"))
            button->click();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1600, 900));
}

void MainWindowTest::theSameChartReachesToNowByOneKey() {
    using namespace std::chrono_literals;
    const std::filesystem::path history = m_folder.filePath(QStringLiteral("charted")).toStdString();
    {
        Watchlist list = m_watchlist;
        list.setJson(R"({"version":1,"sites":[],"targets":[]})");
        History written({history}, list, m_settings, utcNow() - 10h);
        Batch batch;
        Observation row;
        row.startedAt = utcNow() - 10h;
        batch.observations.push_back(row);
        written.append(batch);
    }
    Monitor monitor({history, false}, m_watchlist, m_settings);
    Archive archive(history, m_watchlist);
    MainWindow window(monitor, archive, m_watchlist, m_settings, {});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.page().answer() && window.page().answer()->firstRowAt);
    int dialogs = 0;
    QTimer close;
    connect(&close, &QTimer::timeout, &window, [&] {
        if (auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget())) {
            ++dialogs;
            dialog->reject();
        }
    });
    close.start(20ms);
    const TimeRange charted{utcNow() - 8h, utcNow() - 6h};
    window.page().card().showRange(charted);
    QTRY_VERIFY(window.page().answer()->query.range.begin == charted.begin);
    find(window, QStringLiteral("Export…"))->trigger();
    QCOMPARE(dialogs, 1);
    window.page().card().choose(RangeChoice::Hour);
    const UtcTime before = utcNow();
    QAction* const same = find(window, QStringLiteral("Same chart, to now…"));
    QCOMPARE(same->shortcut(), QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    same->trigger(); // without a window manager no window has the keys
    QTRY_COMPARE(dialogs, 2);
    QCOMPARE(window.page().answer()->query.range.begin, charted.begin);
    QVERIFY(window.page().answer()->query.range.end >= before - 1s);
}

// A colleague's pack is offered and taken in; a picture that is none of ours is said.
void MainWindowTest::aFileDroppedOnTheWindowIsOpened() {
    const std::filesystem::path history = m_folder.filePath(QStringLiteral("dropped")).toStdString();
    Monitor monitor({history, false}, m_watchlist, m_settings);
    Archive archive(history, m_watchlist);
    HandingOn handing;
    std::atomic<int> taken = 0;
    handing.chart = [](const std::string& file) {
        if (file != "/desk/ours.png")
            throw InputError(file + ": is none of ours");
        Reopened ours;
        ours.chart.headline = "None answered";
        ours.chart.range = {utcNow() - std::chrono::hours{8}, utcNow() - std::chrono::hours{6}};
        ours.chart.preset = "phone";
        ours.chart.dark = true;
        return ours;
    };
    handing.check = [](const std::string& file, const PackWork&) {
        if (file == "/desk/own.jsonl")
            return PackVerdict{.label = "another computer", .observations = 369, .ours = true};
        return PackVerdict{.incident = "20260305-171700",
                           .vantage = "3421c740",
                           .label = "Berlin desk",
                           .observations = 9,
                           .overtaken = 2};
    };
    handing.take = [&](const std::string& file, const std::stop_token&) {
        taken += file == "/desk/berlin.zip" ? 1 : 0;
        return std::uint64_t{taken == 1 ? 7U : 0U};
    };
    QString opened;
    handing.record = [&](const std::string& file) { opened = QString::fromStdString(file); };
    MainWindow window(monitor, archive, m_watchlist, m_settings, {.handing = handing});
    const QAction* const opens = find(window, QStringLiteral("Open or import…"));
    QVERIFY(opens != nullptr);
    QCOMPARE(opens->shortcut(), QKeySequence(QStringLiteral("Ctrl+O")));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QStringList said;
    QString offered, outcome;
    QTimer hand;
    connect(&hand, &QTimer::timeout, &window, [&] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        for (auto* const button : dialog->findChildren<Button*>())
            if (button->text() == QStringLiteral("Take it in") && button->isVisible() && button->isEnabled()) {
                for (const auto* const label : dialog->findChildren<TextLabel*>())
                    offered += label->text();
                return button->click();
            }
        const QList<Button*> buttons = dialog->findChildren<Button*>();
        if (std::ranges::any_of(buttons, [](const Button* each) { return each->text() == QStringLiteral("Stop"); }))
            return; // it is being read, or taken in
        said << dialog->windowTitle();
        outcome.clear();
        for (const auto* const label : dialog->findChildren<TextLabel*>())
            outcome += label->text();
        dialog->reject();
    });
    hand.start(20);
    const auto dropAll = [&](const QList<QUrl>& files) {
        QMimeData data;
        data.setUrls(files);
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &dropped);
    };
    const auto drop = [&](const char* file) { dropAll({QUrl::fromLocalFile(QString::fromUtf8(file))}); };
    drop("/desk/berlin.zip");
    QTRY_COMPARE(taken.load(), 1);
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY2(offered.contains(QStringLiteral("9 observations of Berlin desk")), qPrintable(offered));
    QVERIFY2(outcome.contains(QStringLiteral("Taken in, 7 new checks")), qPrintable(outcome));
    for (const QString& each : {offered, outcome})
        QVERIFY2(each.contains(QStringLiteral("2 checks that had been written before its clock was set back")),
                 qPrintable(each));
    drop("/desk/berlin.zip");
    QTRY_COMPARE(taken.load(), 2);
    QTRY_VERIFY2(outcome.contains(QStringLiteral("Nothing in it was new")), qPrintable(outcome));
    drop("/desk/own.jsonl"); // said at once, and not offered
    QTRY_VERIFY2(outcome.contains(QStringLiteral("369 observations of this computer")) &&
                     outcome.contains(QStringLiteral("It is your own")),
                 qPrintable(outcome));
    QVERIFY2(outcome.contains(QStringLiteral("Checks of your own")), qPrintable(outcome));
    QCOMPARE(said.last(), QStringLiteral("Checks of your own"));
    QCOMPARE(taken.load(), 2);
    drop("/desk/march.db");
    QTRY_COMPARE(opened, QStringLiteral("/desk/march.db"));
    drop("/desk/other.png");
    QTRY_COMPARE(said.last(), QStringLiteral("Not opened"));
    drop("/desk/ours.png");
    QTRY_COMPARE(said.last(), QStringLiteral("None answered"));
    said.clear(); // several are opened one after another
    dropAll({QUrl::fromLocalFile(QStringLiteral("/desk/other.png")), QUrl(QStringLiteral("https://example.com/a.zip")),
             QUrl::fromLocalFile(QStringLiteral("/desk/berlin.zip")),
             QUrl::fromLocalFile(QStringLiteral("/desk/ours.png"))});
    QTRY_VERIFY(said.size() >= 3 && said.last() == QStringLiteral("None answered"));
    QCOMPARE(said.front(), QStringLiteral("Not opened"));
    QCOMPARE(taken.load(), 3);
    const ChartStyle kept = window.giveWay().kept.chart; // what was looked at is no choice
    QCOMPARE(kept.preset, ChartStyle{}.preset);
    QVERIFY(!kept.dark);
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
