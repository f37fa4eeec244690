// SPDX-License-Identifier: GPL-3.0-or-later
// As many threads as are needed, and no more for long.
#include "app/simulation/tcp_server.h"
#include "app/watch/prober_pool.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iterator>

using namespace kpwatch;
using namespace std::chrono_literals;

class ProberPoolTest : public QObject {
    Q_OBJECT

    static constexpr int targets = 30;

    static std::ptrdiff_t threads() {
        return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
    }

    static Watchlist asking(const TcpServer& server) {
        nlohmann::json list{{"version", 1}, {"allow_private", true}, {"targets", nlohmann::json::array()}};
        for (int i = 0; i < targets; ++i)
            list["targets"].push_back({{"id", "t" + std::to_string(i)},
                                       {"group", "routers"},
                                       {"probe", {{"kind", "tcp"}, {"host", "127.0.0.1"}, {"port", server.port()}}},
                                       {"interval_s", 1},
                                       {"timeout_s", 2}});
        return parseWatchlist(list.dump(), "test", Settings{});
    }

  private Q_SLOTS:
    void whoWaitedForTheSilentLeavesOnceTheyAnswer() {
        TcpServer server{ServerPlace{}};
        server.setBehaviour(TcpBehaviour::SilentBacklog);
        Channel<Observation> observed;
        const std::ptrdiff_t before = threads();
        {
            ProberPool pool(
                {.watchlist = asking(server), .settings = {}, .way = Direct{}, .known = {}, .surplusKept = 500ms},
                observed);
            QTRY_VERIFY_WITH_TIMEOUT(threads() >= before + targets, 20000);
            server.setBehaviour(TcpBehaviour::Accept);
            QTRY_VERIFY_WITH_TIMEOUT(threads() <= before + targets / 2, 20000);
            const int answered = server.accepted();
            QTRY_VERIFY_WITH_TIMEOUT(server.accepted() >= answered + targets, 20000); // and all are still asked
            server.setBehaviour(TcpBehaviour::SilentBacklog);
            QTRY_VERIFY_WITH_TIMEOUT(threads() >= before + targets, 20000); // at once as many again
        }
        QTRY_COMPARE(threads(), before);
    }
};

QTEST_GUILESS_MAIN(ProberPoolTest)
#include "tst_prober_pool.moc"
