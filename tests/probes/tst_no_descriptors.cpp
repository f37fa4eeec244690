// SPDX-License-Identifier: GPL-3.0-or-later
// A program that has used up its descriptors cannot ask, or not to the end. Whatever it sees then, it does not say that
// somebody else did not answer.
#include <QtTest>

#include "app/simulation/dns_server.h"
#include "app/simulation/http_server.h"
#include "app/simulation/smtp_server.h"
#include "tests/probes/asking.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr rlim_t fewDescriptors = 128;
constexpr int mostLeft = 8; // with so many of them every check comes to its end

// Asks in a thread whose table of descriptors is its own, with `left` of them: the servers keep theirs.
Asked askWith(int left, const ProbeOptions& options, const How& how = {}) {
    Asked asked;
    std::jthread([&] {
        if (unshare(CLONE_FILES) != 0)
            return;
        std::vector<int> taken;
        for (int fd = open("/dev/null", O_RDONLY | O_CLOEXEC); fd >= 0; fd = open("/dev/null", O_RDONLY | O_CLOEXEC))
            taken.push_back(fd);
        for (int freed = 0; freed < left && !taken.empty(); ++freed) {
            close(taken.back());
            taken.pop_back();
        }
        asked = ask(options, how);
    }).join();
    return asked;
}

} // namespace

Q_DECLARE_METATYPE(kpwatch::ProbeOptions)

class TestNoDescriptors : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer needs descriptors of its own");
#endif
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = fewDescriptors;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        systemStore(); // read once, as the program does at its start
        m_page.setPage({.title = "KCNA"});
        m_secure.setPage({.title = "KCNA"});
        m_mail.setBehaviour(SmtpBehaviour::Greet);
        m_truncating.setBehaviour(DnsBehaviour::Truncated);
    }

    void nobodyIsBlamed_data() {
        QTest::addColumn<ProbeOptions>("options");
        QTest::newRow("page") << ProbeOptions(HttpOptions{m_page.url(), {}});
        QTest::newRow("page over TLS") << ProbeOptions(HttpOptions{m_secure.url(), {}});
        QTest::newRow("port") << ProbeOptions(TcpOptions{"127.0.0.1", m_page.port()});
        QTest::newRow("mail") << ProbeOptions(SmtpOptions{"127.0.0.1", m_mail.port()});
        QTest::newRow("name server") << ProbeOptions(DnsOptions{"127.0.0.1", m_names.port(), "kp", "SOA"});
        QTest::newRow("name server, then over TCP")
            << ProbeOptions(DnsOptions{"127.0.0.1", m_truncating.port(), "kp", "SOA"});
        QTest::newRow("ping") << ProbeOptions(PingOptions{"127.0.0.1"});
    }

    void nobodyIsBlamed() {
        QFETCH(ProbeOptions, options);
        const bool evidenceOnly = std::holds_alternative<PingOptions>(options);
        for (int left = 0; left <= mostLeft; ++left) {
            const Asked asked = askWith(left, options, {.timeout = longTimeout});
            QVERIFY2(asked.seen.meaning() != Meaning::Failed,
                     qPrintable(QStringLiteral("%1 left: %2").arg(left).arg(asked.outcome())));
            QVERIFY(left > 0 || !asked.seen.answered());
            QVERIFY(left < mostLeft || asked.seen.answered() || evidenceOnly); // the servers do answer
        }
    }

    // It is asked once more, without the name, who cut the connection. Where that could not be asked, it is nobody's.
    void aCutThatCouldNotBeLookedIntoIsNobodys() {
        HttpServer cutting({});
        cutting.setBehaviour(HttpBehaviour::ResetAfterRequest);
        const ProbeOptions options = HttpOptions{"http://www.kcna.kp:" + std::to_string(cutting.port()) + "/", {}};
        const How how{.timeout = longTimeout, .addresses = {loopback()}};
        int unknown = 0;
        for (int left = 0; left <= mostLeft; ++left) {
            const int before = cutting.accepted();
            const Asked asked = askWith(left, options, how);
            const bool lookedInto = cutting.accepted() - before > 1;
            QCOMPARE(asked.seen.meaning() == Meaning::Failed, lookedInto);
            unknown += asked.seen.failure == Failure::Unknown ? 1 : 0;
        }
        QVERIFY(unknown > 0);
    }

  private:
    HttpServer m_page{HttpServer::Options{}}, m_secure{HttpServer::Options{{}, "127.0.0.1"}};
    SmtpServer m_mail{ServerPlace{}};
    DnsServer m_names{ServerPlace{}, {DnsServer::soa("kp.", 2026010101)}};
    DnsServer m_truncating{ServerPlace{}, {DnsServer::soa("kp.", 2026010101)}};
};

QTEST_GUILESS_MAIN(TestNoDescriptors)
#include "tst_no_descriptors.moc"
