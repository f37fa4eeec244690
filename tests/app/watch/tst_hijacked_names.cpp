// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody answers every question to a name server, with authority and with the address of a page of his own. Nothing
// he says is learned, and what was learned before he was noticed is forgotten, over a restart too.
#include "app/simulation/dns_server.h"
#include "app/simulation/http_server.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/address_book.h"
#include "app/watch/known_addresses.h"
#include "app/watch/monitor.h"
#include "tests/app/history/builders.h"
#include "tests/app/watch/named_site.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr const char* theirs = "127.0.0.1";
constexpr const char* liars = "127.0.0.2";
constexpr const char* host = "www.kcna.kp";

KnownAddresses at(const char* address, std::optional<UtcTime> given) { return {{*Address::parse(address)}, given}; }

// A site known by its name, and nobody to be asked as a name server.
Watchlist nameAndNobody() {
    Watchlist list = smallWatchlist();
    list.targets.front().probe = HttpOptions{"http://www.kcna.kp/", {}, {}};
    list.controls.push_back(
        {target(TargetId{4}, "nobody", DnsOptions{"192.0.2.53", 53, "kp", "SOA"}, Layer::Dns), Ring::Negative});
    return list;
}
Observation site(UtcTime when, const char* peer) {
    Observation row = answered(webId, when);
    row.peer = peer;
    return row;
}
Observation nobody(UtcTime when, bool somebody) {
    Observation row = answered(TargetId{4}, when);
    if (!somebody)
        row.failure = Failure::Timeout;
    return row;
}

} // namespace

class TestHijackedNames : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    DnsServer m_names{ServerPlace{}, livesAt(theirs)};
    DnsServer m_nobody{ServerPlace{}, livesAt(theirs)};
    HttpServer m_web{HttpServer::Options{}};
    TcpServer m_control{ServerPlace{}};

    Watchlist watchlist() const {
        nlohmann::json list = namedSite(m_web.port(), m_names.port(), m_control.port());
        list["controls"].push_back(
            {{"id", "nobody"},
             {"ring", "negative"},
             {"interval_s", 1},
             {"timeout_s", 1},
             {"probe", {{"kind", "dns"}, {"server", "127.0.0.1"}, {"port", m_nobody.port()}, {"name", "kp"}}}});
        return parseWatchlist(list.dump(), "test", Settings{});
    }

  private Q_SLOTS:
    void theBookForgetsWhatALiarSaid() {
        AddressBook book;
        book.remember(host, at(theirs, noon));
        book.remember(host, at(liars, noon + 2min));
        book.remember("new.kp", at(liars, noon + 2min));
        book.doubt(noon + 1min);
        QCOMPARE(book.addresses(host).front().text(), std::string(theirs));
        QVERIFY(book.addresses("new.kp").empty());
        book.remember(host, at(liars, noon + 3min));
        QCOMPARE(book.addresses(host).front().text(), std::string(theirs));
        book.doubt(std::nullopt);
        book.remember(host, at("127.0.0.3", noon + 4min)); // by themselves: it has moved
        QCOMPARE(book.addresses(host).front().text(), std::string("127.0.0.3"));
    }

    void aRestartDoesNotBringTheLiarBack() {
        TempHistory folder;
        folder.watchlist = nameAndNobody();
        const auto history = folder.write();
        std::vector<Observation> rows{site(noon, theirs), nobody(noon + 10s, false)};
        for (auto later = 1min; later < 10h; later += 30min) {
            rows.push_back(site(noon + later, liars));
            rows.push_back(nobody(noon + later + 10s, true));
        }
        history->append(rowsOnly(rows));
        const auto knownAt = [&](UtcTime now) {
            const auto known = knownAddresses(folder.read(), folder.watchlist, now);
            const auto found = known.find(host);
            return found == known.end() ? std::string() : found->second.front().text();
        };
        QCOMPARE(knownAt(noon + 11h), std::string(theirs));
        history->append(rowsOnly({nobody(noon + 12h, false), nobody(noon + 12h + 1min, false),
                                  site(noon + 12h + 2min, "127.0.0.3"), nobody(noon + 12h + 3min, false)}));
        QCOMPARE(knownAt(noon + 13h), std::string("127.0.0.3"));
    }

    void sitesAreAskedWhereTheyHaveLived() {
        const HttpServer page(HttpServer::Options{.place = {*Address::parse(liars), m_web.port()}});
        m_nobody.setBehaviour(DnsBehaviour::Silent);
        const std::filesystem::path folder = m_dir.filePath(QStringLiteral("history")).toStdString();
        const Watchlist list = watchlist();
        const auto livesThere = [](const Monitor& monitor, const char* address) {
            const auto hosts = monitor.picture().knownHosts;
            const auto found = hosts.find(host);
            return found != hosts.end() && found->second.addresses.front().text() == address;
        };
        Monitor monitor(HistoryOptions{.directory = folder}, list, Settings{});
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(livesThere(monitor, theirs), 30'000);
        const int nobody_asked = m_nobody.asked(); // a clean reading that began after that
        QTRY_VERIFY_WITH_TIMEOUT(m_nobody.asked() > nobody_asked + 8, 60'000);

        m_names.setRecords(livesAt(liars));
        QTRY_VERIFY_WITH_TIMEOUT(livesThere(monitor, liars), 30'000); // nobody has been noticed yet
        m_nobody.setBehaviour(DnsBehaviour::Answer);
        QTRY_VERIFY_WITH_TIMEOUT(livesThere(monitor, theirs), 60'000);
        const int asked = m_names.asked();
        QTRY_VERIFY_WITH_TIMEOUT(m_names.asked() > asked + 4, 60'000);
        QVERIFY(livesThere(monitor, theirs));
        monitor.stop();
    }
};

QTEST_GUILESS_MAIN(TestHijackedNames)
#include "tst_hijacked_names.moc"
