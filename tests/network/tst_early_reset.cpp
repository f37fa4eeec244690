// SPDX-License-Identifier: GPL-3.0-or-later
// A reset that comes as soon as the handshake is over, before we have looked. Rules of the kernel's firewall send it,
// in the moment in which our own kernel ends the handshake: no server is that fast each time.
#include "app/simulation/tcp_server.h"
#include "tests/network/space.h"
#include "tests/probes/asking.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::asking;
using namespace kpwatch::test;

Q_DECLARE_METATYPE(kpwatch::ProbeOptions)

namespace {

constexpr std::uint16_t port = 8025;

const char* const resetsTheEndOfTheHandshake =
    "table ip test { chain input { type filter hook input priority 0; tcp dport 8025 "
    "tcp flags & (fin|syn|rst|psh|ack) == ack reject with tcp reset; }; }";

} // namespace

class TestEarlyReset : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void itIsNoFailureToConnect_data() {
        QTest::addColumn<ProbeOptions>("options");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const ProbeOptions& options, const char* outcome) {
            QTest::newRow(name) << options << QString::fromLatin1(outcome);
        };
        row("connection", TcpOptions{"127.0.0.1", port}, "done/none");
        row("page", HttpOptions{.url = "http://127.0.0.1:8025/"}, "exchange/reset");
        row("page over TLS", HttpOptions{.url = "https://127.0.0.1:8025/"}, "tls/reset");
        row("mail", SmtpOptions{"127.0.0.1", port}, "exchange/reset");
    }
    void itIsNoFailureToConnect() {
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
        QFETCH(ProbeOptions, options);
        const Space alone;
        const auto server = alone.inside([] { return std::make_unique<TcpServer>(ServerPlace{loopback(), port}); });
        alone.nft(resetsTheEndOfTheHandshake);
        const Asked asked = alone.inside([&] { return ask(options); });
        QTEST(asked.outcome(), "outcome");
        QVERIFY(asked.seen.phases.connect);
        QVERIFY(!asked.seen.phases.firstByte);
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    TestEarlyReset test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_early_reset.moc"
