// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody lies in the name servers' place although an address is known from before: what is silent there may have
// moved, so its silence says nothing.
#include "app/history/history_reader.h"
#include "app/simulation/dns_server.h"
#include "app/simulation/http_server.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/monitor.h"
#include "tests/app/watch/named_site.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr const char* lie = "8.7.198.45"; // of the fingerprints: an address that forged answers give in China

} // namespace

class TestLyingNameServers : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    DnsServer m_names{ServerPlace{}, livesAt("127.0.0.1")};
    HttpServer m_web{HttpServer::Options{}};
    TcpServer m_control{ServerPlace{}};

    std::filesystem::path history() const { return m_dir.filePath(QStringLiteral("history")).toStdString(); }

    Watchlist watchlist() const {
        return parseWatchlist(namedSite(m_web.port(), m_names.port(), m_control.port()).dump(), "test", Settings{});
    }

    // How the latest check of the site came out.
    std::optional<Observation> latest(const Watchlist& list) const {
        std::optional<Observation> seen;
        if (HistoryReader::exists(history()))
            HistoryReader(history()).rowsOf(list.targets.front(), {UtcTime{}, utcNow() + 1h},
                                            [&seen](const Observation& row) { seen = row; });
        return seen;
    }

  private Q_SLOTS:
    void silenceAtAnOldAddressIsTheLiars() {
        const Watchlist list = watchlist();
        Monitor monitor(HistoryOptions{.directory = history()}, list, Settings{});
        const auto becomes = [&](Failure failure) {
            const auto row = latest(list);
            return row && row->failure == failure;
        };
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(becomes(Failure::None), 30'000);

        m_names.setRecords(livesAt(lie)); // the known address still answers, and is asked
        const int asked = m_names.asked();
        QTRY_VERIFY_WITH_TIMEOUT(m_names.asked() > asked + 2, 30'000);
        QVERIFY(becomes(Failure::None));

        m_web.setBehaviour(HttpBehaviour::Refuse);
        QTRY_VERIFY_WITH_TIMEOUT(becomes(Failure::Blocked), 30'000);
        QCOMPARE(latest(list)->reached, Stage::Resolve);

        m_names.setRecords(livesAt("127.0.0.1"));
        QTRY_VERIFY_WITH_TIMEOUT(becomes(Failure::Refused), 30'000);
        monitor.stop();
    }
};

QTEST_GUILESS_MAIN(TestLyingNameServers)
#include "tst_lying_name_servers.moc"
