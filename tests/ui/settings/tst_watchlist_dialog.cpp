// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of the watchlist, by keyboard: a target is added, tried against a server on loopback, put in order,
// undone, imported, exported and taken up again from an earlier list; nothing leaves before somebody agreed to it.
#include "app/errors.h"
#include "app/simulation/tcp_server.h"
#include "ui/live/controls.h"
#include "ui/settings/entry_dialog.h"
#include "ui/settings/watchlist_dialog.h"
#include "ui/settings/watchlist_tree.h"
#include "ui/translation.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <fstream>
#include <set>

using namespace kpwatch;

namespace {

// JSON with the other quotation marks: moc loses its way in raw strings.
std::string json(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

QStringList named(const char* names) { return QString::fromUtf8(names).split(QLatin1Char('|')); }

template <typename Widget>
Widget& part(const QWidget& dialog, const char* name) {
    auto* const found = dialog.findChild<Widget*>(QLatin1String(name));
    if (found == nullptr)
        qFatal("no %s", name);
    return *found;
}

void press(const QWidget& dialog, const char* name) {
    auto& button = part<QPushButton>(dialog, name);
    QVERIFY2(button.isEnabled(), name);
    button.setFocus();
    QTest::keyClick(&button, Qt::Key_Space);
}

void type(const QWidget& dialog, const char* name, const QString& text) {
    auto& edit = part<QLineEdit>(dialog, name);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
}

// What the person does in the next window that opens.
template <typename Does>
void next(const Does& does) {
    QTimer::singleShot(0, qApp, [does] {
        QWidget* const opened = QApplication::activeModalWidget();
        if (opened == nullptr)
            qFatal("no window opened");
        does(*opened);
    });
}

} // namespace

class WatchlistDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TcpServer> m_server;
    QTemporaryDir m_folder;
    std::string m_saved;
    int m_saves = 0;

    std::string router(const std::string& id, int port) const {
        return json("{'id':'") + id + json("','label':'") + id +
               json("','group':'routers','probe':{'kind':'tcp','host':'127.0.0.1','port':") + std::to_string(port) +
               "}}";
    }
    std::string list() const {
        return json("{'version':1,'allow_private':true,'sites':[],'targets':[") + router("one", m_server->port()) +
               "," + router("two", m_server->port()) + "," + router("three", m_server->port()) +
               json("],'controls':[{'id':'line-a','ring':'line','status':'unproven','reason':'nobody has "
                    "looked','probe':{'kind':'tcp','host':'127.0.0.1','port':80}}]}");
    }
    WatchlistDialogOptions options(std::optional<WayOut> way = Direct{}) {
        return {
            .json = list(),
            .settings = {},
            .way = std::move(way),
            .earlier =
                [this] {
                    return std::vector<DatedList>{{utcNow(), json("{'version':1,'targets':[]}")}, {utcNow(), list()}};
                },
            .save =
                [this](const std::string& json) {
                    ++m_saves;
                    m_saved = json;
                }};
    }
    static QStringList order(const WatchlistDialog& dialog) {
        QStringList names;
        auto& tree = part<WatchlistTree>(dialog, "list");
        for (int group = 0; group < tree.topLevelItemCount(); ++group)
            for (int i = 0; i < tree.topLevelItem(group)->childCount(); ++i)
                names << tree.topLevelItem(group)->child(i)->text(0);
        return names;
    }
    static QString chosen(const WatchlistDialog& dialog) {
        return part<WatchlistTree>(dialog, "list").currentItem()->text(0);
    }
    static QString said(const WatchlistDialog& dialog) { return part<TextLabel>(dialog, "said").text(); }

  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<TcpServer>(ServerPlace{});
        m_saves = 0;
        m_saved.clear();
    }

    void aTargetIsAddedByKeyboardAndSaved() {
        WatchlistDialog dialog(options());
        dialog.show();
        next([&](QWidget& form) {
            auto& kind = part<Selector>(form, "kind");
            kind.setFocus();
            kind.setCurrentIndex(kind.findData(QStringLiteral("tcp")));
            auto& place = part<Selector>(form, "place");
            place.setCurrentIndex(place.findData(QStringLiteral("group:routers")));
            type(form, "label", QStringLiteral("New router"));
            type(form, "host", QStringLiteral("127.0.0.1"));
            type(form, "port", QString::number(m_server->port()));
            QTest::keyClick(&form, Qt::Key_Return);
        });
        press(dialog, "add");
        QCOMPARE(order(dialog), named("one|two|three|New router|line-a"));
        QVERIFY(m_server->accepted() == 0); // adding asks nobody
        press(dialog, "save");
        QCOMPARE(m_saves, 1);
        const Watchlist saved = parseWatchlist(m_saved, "saved", {});
        QVERIFY(saved.findByName("new-router") != nullptr);
        QCOMPARE(saved.findByName("new-router")->group, std::string("routers"));
    }

    void theFormExplainsWhatIsWrongBesideTheField() {
        std::string strict = list();
        strict.replace(strict.find("true"), 4, "false");
        strict.replace(strict.find(json("'targets':[")) + 11,
                       strict.find(json("],'controls'")) - strict.find(json("'targets':[")) - 11, "");
        strict.erase(strict.find(json(",'controls'")), strict.rfind(']') + 1 - strict.find(json(",'controls'")));
        EntryDialog form({WatchlistDraft(strict), std::nullopt, false, {}});
        form.show();
        auto& kind = part<Selector>(form, "kind");
        kind.setCurrentIndex(kind.findData(QStringLiteral("tcp")));
        auto& place = part<Selector>(form, "place");
        place.setCurrentIndex(place.findData(QStringLiteral("group:routers")));
        type(form, "label", QStringLiteral("Home"));
        type(form, "port", QStringLiteral("80"));
        type(form, "host", QStringLiteral("192.168.1.1"));
        auto& fault = part<TextLabel>(form, "fault-host");
        QVERIFY(fault.isVisible());
        QCOMPARE(fault.text(),
                 QStringLiteral("Address: 192.168.1.1 is a private or special address; use a public one"));
        type(form, "host", QStringLiteral("175.45.178.161"));
        QVERIFY(!fault.isVisible());
        type(form, "port", QStringLiteral("70000"));
        QVERIFY(part<TextLabel>(form, "fault-port").isVisible());
        type(form, "port", QStringLiteral("80"));
        type(form, "interval_s", QStringLiteral("5"));
        QVERIFY2(part<TextLabel>(form, "fault-interval_s").text().contains(QStringLiteral("30 s is the shortest")),
                 qPrintable(part<TextLabel>(form, "fault-interval_s").text()));
        QTest::keyClick(&form, Qt::Key_Return);
        QVERIFY(form.isVisible()); // it is not taken
    }

    void nothingIsWrongBeforeSomebodyTyped() {
        EntryDialog form({WatchlistDraft(list()), std::nullopt, false, {}});
        form.show();
        const auto faults = [&form] {
            QStringList said;
            for (const TextLabel* const each : form.findChildren<TextLabel*>())
                if (each->objectName().startsWith(QStringLiteral("fault")) && each->isVisible())
                    said << each->text();
            return said;
        };
        QCOMPARE(faults(), QStringList());
        type(form, "label", QStringLiteral("KCNA"));
        QCOMPARE(faults(), QStringList());
        QTest::keyClick(&form, Qt::Key_Return);
        QVERIFY(form.isVisible());
        QCOMPARE(faults(), {QStringLiteral("Web address: still empty; fill it in")});
        type(form, "url", QStringLiteral("http://no_name.kp/")); // the site made of it would be refused
        QVERIFY2(faults().value(0).startsWith(QStringLiteral("Web address: ")), qPrintable(faults().join(u' ')));
        type(form, "url", QStringLiteral("http://www.kcna.kp/"));
        QVERIFY2(faults().value(0).contains(QStringLiteral("“Its name servers”")), qPrintable(faults().join(u' ')));
        type(form, "servers", QStringLiteral("175.45.176.15"));
        QCOMPARE(faults(), QStringList());
        QTest::keyClick(&form, Qt::Key_Return);
        QVERIFY(!form.isVisible());
    }

    void whatWeNamedHasItsNameInTheLanguageOfTheWindow() {
        QVERIFY(speak(QStringLiteral("ko")));
        const auto english = qScopeGuard([] { speak(QStringLiteral("en")); });
        WatchlistTree tree;
        tree.setDraft(WatchlistDraft(defaultWatchlist({}).json()), {});
        QStringList names;
        for (int i = 0; i < tree.topLevelItem(0)->childCount(); ++i)
            names << tree.topLevelItem(0)->child(i)->text(0);
        QVERIFY2(names.contains(QStringLiteral("조선중앙통신")), qPrintable(names.join(u' ')));
    }

    void allThatIsWrongIsSaidAtOnce() {
        EntryDialog form({WatchlistDraft(list()), std::nullopt, false, {}});
        form.show();
        type(form, "label", QStringLiteral("Test site"));
        type(form, "url", QStringLiteral("ftp://x"));
        type(form, "interval_s", QStringLiteral("abc"));
        type(form, "timeout_s", QStringLiteral("1000"));
        QTest::keyClick(&form, Qt::Key_Return);
        for (const char* const wrong : {"url", "interval_s", "timeout_s"}) {
            const auto& fault = part<TextLabel>(form, std::string("fault-").append(wrong).c_str());
            QVERIFY2(fault.isVisible(), wrong);
            QCOMPARE(part<QLineEdit>(form, wrong).accessibleDescription(), fault.text());
        }
        QVERIFY(part<TextLabel>(form, "fault-interval_s").text().contains(QStringLiteral("not a whole number")));
        QVERIFY(!part<TextLabel>(form, "fault-label").isVisible());
        QVERIFY(form.focusWidget() == &part<QLineEdit>(form, "url"));
        type(form, "interval_s", QStringLiteral("60"));
        QVERIFY(!part<TextLabel>(form, "fault-interval_s").isVisible());
        QCOMPARE(part<QLineEdit>(form, "interval_s").accessibleDescription(),
                 QStringLiteral("Empty: as the settings say"));
        QVERIFY(part<TextLabel>(form, "fault-url").isVisible());
    }

    void anEntryThatCannotStayIsNamed() {
        WatchlistDialogOptions two = options();
        two.json =
            json("{'version':1,'targets':[{'id':'web','group':'g','probe':{'kind':'http','url':'http://kcna.kp/',"
                 "'resolve':{'servers':['175.45.176.15']}}},{'id':'way','label':'Way there','group':'routers',"
                 "'probe':{'kind':'trace','host':'kcna.kp'}}]}");
        WatchlistDialog dialog(two);
        dialog.show();
        press(dialog, "switch");
        const QString caps = part<TextLabel>(dialog, "caps").text();
        QVERIFY2(caps.startsWith(QStringLiteral("Way there: \"kcna.kp\" is the name of no web site")),
                 qPrintable(caps));
        QVERIFY(!part<QPushButton>(dialog, "save").isEnabled());
    }

    void triedOnceItIsToldPhaseByPhase() {
        WatchlistDialog dialog(options());
        dialog.show();
        press(dialog, "try");
        QTRY_VERIFY_WITH_TIMEOUT(said(dialog).contains(QStringLiteral("Connected to 127.0.0.1")), 20'000);
        QVERIFY2(said(dialog).contains(QStringLiteral("In all: answered")), qPrintable(said(dialog)));
        QCOMPARE(m_server->accepted(), 1);
        m_server->setBehaviour(TcpBehaviour::Refuse);
        press(dialog, "try"); // loopback may be asked again at once
        QTRY_VERIFY_WITH_TIMEOUT(said(dialog).contains(QStringLiteral("connection refused")), 20'000);
        QCOMPARE(m_saves, 0);
    }

    void whatTakesLongCanBeStopped() {
        m_server->setBehaviour(TcpBehaviour::SilentBacklog);
        WatchlistDialog dialog(options());
        dialog.show();
        const QString before = part<QPushButton>(dialog, "try").text();
        press(dialog, "try");
        QVERIFY(part<QPushButton>(dialog, "try").text() != before);
        QVERIFY(said(dialog).contains(QStringLiteral("Asking one once")));
        press(dialog, "try");
        QCOMPARE(said(dialog), QStringLiteral("Stopped."));
        QCOMPARE(part<QPushButton>(dialog, "try").text(), before);
        m_server->setBehaviour(TcpBehaviour::Accept);
        press(dialog, "try");
        QTRY_VERIFY_WITH_TIMEOUT(said(dialog).contains(QStringLiteral("Connected to 127.0.0.1")), 20'000);
    }

    void nothingIsSentBeforeSomebodyAgreed() {
        for (const std::optional<WayOut>& way : {std::optional<WayOut>(), std::optional<WayOut>(ObserveOnly{})}) {
            WatchlistDialog dialog(options(way));
            dialog.show();
            press(dialog, "try");
            QVERIFY2(said(dialog).contains(QStringLiteral("start watching first")), qPrintable(said(dialog)));
        }
        QCOMPARE(m_server->accepted(), 0);
    }

    void whatAProxyCannotCarryIsNotTried() {
        TryCheck check;
        QVERIFY(check.mayAsk(parseWatchlist(list(), "test", {}).targets.front()));
        Target far;
        far.probe = TcpOptions{"175.45.178.161", 80};
        QVERIFY(check.mayAsk(far));
    }

    void orderIsChangedUndoneAndDoneAgain() {
        WatchlistDialog dialog(options());
        dialog.show();
        press(dialog, "down");
        QCOMPARE(order(dialog), named("two|one|three|line-a"));
        press(dialog, "down");
        QCOMPARE(order(dialog), named("two|three|one|line-a"));
        QVERIFY(!part<QPushButton>(dialog, "down").isEnabled()); // the end of its group
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(order(dialog), named("two|one|three|line-a"));
        QCOMPARE(chosen(dialog), QStringLiteral("one"));
        press(dialog, "undo");
        QCOMPARE(order(dialog), named("one|two|three|line-a"));
        QCOMPARE(chosen(dialog), QStringLiteral("one"));
        QVERIFY(!part<QPushButton>(dialog, "save").isEnabled()); // as it was
        press(dialog, "redo");
        QCOMPARE(order(dialog), named("two|one|three|line-a"));
        QCOMPARE(chosen(dialog), QStringLiteral("one"));
        press(dialog, "save");
        QCOMPARE(parseWatchlist(m_saved, "saved", {}).targets.front().name, std::string("two"));
    }

    void theMenuKeyOffersWhatTheButtonsDo() {
        WatchlistDialog dialog(options());
        dialog.show();
        auto& tree = part<WatchlistTree>(dialog, "list");
        const auto open = [&tree]() -> QMenu* {
            const QPoint place = tree.visualItemRect(tree.currentItem()).center();
            QContextMenuEvent key(QContextMenuEvent::Keyboard, place, tree.viewport()->mapToGlobal(place));
            QApplication::sendEvent(tree.viewport(), &key);
            return qobject_cast<QMenu*>(QApplication::activePopupWidget());
        };
        QMenu* menu = open();
        QVERIFY(menu != nullptr);
        for (const char* const name : {"edit", "duplicate", "remove", "switch", "up", "down", "try"}) {
            const auto& button = part<QPushButton>(dialog, name);
            const QList<QAction*> actions = menu->actions();
            const auto found = std::ranges::find(actions, button.text(), &QAction::text);
            QVERIFY2(found != actions.end(), name);
            QCOMPARE((*found)->isEnabled(), button.isEnabled());
        }
        QTest::keyClick(menu, Qt::Key_W); // of "Move do&wn"
        QCOMPARE(order(dialog), named("two|one|three|line-a"));
        tree.setCurrentItem(tree.topLevelItem(0)); // a heading
        QVERIFY(open() == nullptr);
    }

    void whatIsRemovedOrSwitchedOffCanComeBack() {
        WatchlistDialog dialog(options());
        dialog.show();
        press(dialog, "switch");
        auto& tree = part<WatchlistTree>(dialog, "list");
        QCOMPARE(tree.currentItem()->text(3), QStringLiteral("switched off"));
        press(dialog, "remove");
        QVERIFY2(said(dialog).contains(QStringLiteral("stays in the record")), qPrintable(said(dialog)));
        QCOMPARE(order(dialog), named("two|three|line-a"));
        press(dialog, "undo");
        QCOMPARE(said(dialog), QString()); // nothing is removed any more
        press(dialog, "undo");
        QCOMPARE(order(dialog), named("one|two|three|line-a"));
        QCOMPARE(chosen(dialog), QStringLiteral("one"));
        QCOMPARE(tree.topLevelItem(0)->child(0)->text(3), QStringLiteral("watched"));
    }

    void listsAreImportedAndExported() {
        WatchlistDialog dialog(options());
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("mine.json")).toStdString();
        dialog.exportTo(file);
        dialog.importFrom(file);
        QVERIFY2(said(dialog).contains(QStringLiteral("nothing changes")), qPrintable(said(dialog)));
        QVERIFY(!part<QPushButton>(dialog, "undo").isEnabled());
        std::ifstream in(file);
        const std::string written((std::istreambuf_iterator<char>(in)), {});
        QCOMPARE(parseWatchlist(written, "export", {}).json(), parseWatchlist(list(), "test", {}).json());
        std::ofstream(file) << nlohmann::json::parse(list()).dump(); // by other tools its keys are sorted
        dialog.importFrom(file);
        QVERIFY2(said(dialog).contains(QStringLiteral("nothing changes")), qPrintable(said(dialog)));
        std::ofstream(file) << json("{'version':1,'targets':[{'id':'x'}]}");
        dialog.importFrom(file);
        QVERIFY2(said(dialog).contains(QStringLiteral("mine.json: targets[0]")), qPrintable(said(dialog)));
        QCOMPARE(order(dialog).size(), 4);
        std::ofstream(file) << json("{'version':1,'allow_private':true,'targets':[") + router("other", 81) + "]}";
        dialog.importFrom(file);
        QCOMPARE(order(dialog), named("other"));
        press(dialog, "undo");
        QCOMPARE(order(dialog).size(), 4);
    }

    void troubleWithFilesIsSaidInTheLanguageOfTheWindow() {
        QVERIFY(speak(QStringLiteral("ko")));
        const auto back = qScopeGuard([] { speak(QStringLiteral("en")); });
        WatchlistDialog dialog(options());
        const QString none = m_folder.filePath(QStringLiteral("none/mine.json"));
        const auto theirs = [&] { // without what the system says of it, below or in parentheses
            static const QRegularExpression aside(QStringLiteral("\\([^)]*\\)|\n.*"));
            return said(dialog).remove(none).remove(aside);
        };
        static const QRegularExpression english(QStringLiteral("[a-z]"));
        dialog.exportTo(none.toStdString());
        QVERIFY2(said(dialog).startsWith(none) && !theirs().contains(english), qPrintable(said(dialog)));
        dialog.importFrom(none.toStdString());
        QVERIFY2(said(dialog).startsWith(none) && !theirs().contains(english), qPrintable(said(dialog)));
    }

    void anEarlierListIsTakenUpAgain() {
        WatchlistDialog dialog(options());
        dialog.show();
        next([](QWidget& lists) {
            auto& earlier = part<QListWidget>(lists, "earlier");
            QCOMPARE(earlier.count(), 2);
            QVERIFY(earlier.item(0)->text().contains(QStringLiteral("3 targets, 1 controls")));
            QTest::keyClick(&earlier, Qt::Key_End);
            QTest::keyClick(&earlier, Qt::Key_Return);
        });
        press(dialog, "earlier");
        QCOMPARE(order(dialog), QStringList());
        press(dialog, "undo");
        QCOMPARE(order(dialog).size(), 4);
    }

    void moreThanTheCapsAllowIsSaid() {
        WatchlistDialogOptions many = options();
        std::string targets;
        for (int i = 0; i < 30; ++i)
            targets += (i == 0 ? "" : ",") + json("{'id':'r") + std::to_string(i) +
                       json("','group':'routers','interval_s':30,'probe':{'kind':'tcp','host':'175.45.178.") +
                       std::to_string(i + 1) + json("','port':80}}");
        many.json = json("{'version':1,'targets':[") + targets + "]}";
        WatchlistDialog dialog(many);
        const QString caps = part<TextLabel>(dialog, "caps").text();
        QVERIFY2(caps.contains(QStringLiteral("175.45.178.0/24")), qPrintable(caps));
    }

    void whatIsKnownOfAControlIsShown() {
        WatchlistDialog dialog(options());
        auto& tree = part<WatchlistTree>(dialog, "list");
        tree.choose({DraftPart::Controls, 0});
        QCOMPARE(tree.currentItem()->text(3), QStringLiteral("unproven"));
        QCOMPARE(tree.currentItem()->data(3, Qt::AccessibleDescriptionRole).toString(),
                 QStringLiteral("nobody has looked"));
        QVERIFY(!part<QPushButton>(dialog, "switch").isEnabled());
    }

    void whatIsKnownIsSaidInKoreanAndKeptAsItWas() {
        QVERIFY(speak(QStringLiteral("ko")));
        const auto back = qScopeGuard([] { speak(QStringLiteral("en")); });
        WatchlistDialog dialog(options());
        auto& tree = part<WatchlistTree>(dialog, "list");
        tree.choose({DraftPart::Controls, 0});
        QCOMPARE(tree.currentItem()->text(3), QString::fromUtf8("확인 전"));
        const WatchlistDraft draft(list());
        const EntryDialog form({draft, DraftPlace{DraftPart::Controls, 0}, false, {}});
        QCOMPARE(part<QLineEdit>(form, "status_of").text(), QString::fromUtf8("확인 전"));
        QCOMPARE(form.draft().entry({DraftPart::Controls, 0}).status, std::string("unproven"));
    }

    void whatIsNotSavedIsNotLostWithoutAQuestion() {
        WatchlistDialog dialog(options());
        dialog.show();
        press(dialog, "remove");
        next([](QWidget& question) { QTest::keyClick(&question, Qt::Key_Escape); });
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
    }

    void theDeleteKeyAsksAndCanBeUndone() {
        WatchlistDialog dialog(options());
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto& tree = part<WatchlistTree>(dialog, "list");
        tree.setFocus();
        const QStringList before = order(dialog);
        next([](QWidget& question) { QTest::keyClick(&question, Qt::Key_Escape); });
        QTest::keyClick(&tree, Qt::Key_Delete);
        QCOMPARE(order(dialog), before);
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        next([](QWidget& question) {
            for (auto* const each : question.findChildren<QPushButton*>())
                if (each->text().contains(QStringLiteral("Remove")))
                    QTest::mouseClick(each, Qt::LeftButton);
        });
        QTest::keyClick(&tree, Qt::Key_Delete);
        QCOMPARE(order(dialog), before.mid(1));
        press(dialog, "undo");
        QCOMPARE(order(dialog), before);
    }

    void namesAndStatesAreWholeAndRowsKeepTheirHeight() {
        WatchlistDialogOptions shipped = options();
        shipped.json = defaultWatchlist({}).json();
        WatchlistDialog dialog(shipped);
        dialog.resize(900, 640);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto& tree = part<WatchlistTree>(dialog, "list");
        QVERIFY2(tree.header()->length() <= tree.viewport()->width(),
                 qPrintable(QString::number(tree.header()->length())));
        std::set<int> heights;
        for (int group = 0; group < tree.topLevelItemCount(); ++group)
            for (int i = 0; i < tree.topLevelItem(group)->childCount(); ++i) {
                QTreeWidgetItem* const item = tree.topLevelItem(group)->child(i);
                tree.setCurrentItem(item);
                heights.insert(tree.visualItemRect(item).height());
                for (const int column : {0, 2, 3})
                    QVERIFY2(tree.columnWidth(column) >=
                                 QFontMetrics(item->font(column)).horizontalAdvance(item->text(column)),
                             qPrintable(item->text(column)));
            }
        QCOMPARE(heights.size(), std::size_t(1));
    }

    void aRefusalIsSaidAndTheWindowStays() {
        WatchlistDialogOptions refusing = options();
        refusing.save = [](const std::string&) { throw InputError("another window of KPWatch watches"); };
        WatchlistDialog dialog(refusing);
        dialog.show();
        press(dialog, "remove");
        press(dialog, "save");
        QVERIFY(dialog.isVisible());
        QVERIFY(said(dialog).contains(QStringLiteral("another window")));
    }
};

QTEST_MAIN(WatchlistDialogTest)
#include "tst_watchlist_dialog.moc"
