// SPDX-License-Identifier: GPL-3.0-or-later
// Letters as they arrive: at web servers and mail servers of the test's own on loopback, a real one among them.
#include "app/simulation/http_server.h"
#include "app/simulation/socks_server.h"
#include "app/tell/despatch.h"
#include "tests/app/words/told.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

Letter letterOf(const std::string& incident, LetterKind kind = LetterKind::First) {
    return {minute(106), {{kind, incident, Gravity::Several, minute(100), "sentence of " + incident, "more"}}};
}

CourierOptions quick() { return {.bell = {}, .firstWait = 20ms}; }

// Says what a mail server says, and keeps what it heard. In the thread of the test.
class ScriptedMail : public QObject {
  public:
    ScriptedMail() {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = m_server.nextPendingConnection();
            socket->write("220 mail.test ESMTP\r\n");
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(*socket); });
        });
    }
    int port() const { return m_server.serverPort(); }

    QByteArray greeting = "250-mail.test\r\n250 AUTH PLAIN\r\n"; // to EHLO
    QByteArray toLogin = "235 fine\r\n", toRecipient = "250 fine\r\n";
    QByteArray heard, message;
    int messages = 0;

  private:
    void hear(QTcpSocket& socket) {
        const QByteArray bytes = socket.readAll();
        heard += bytes;
        if (m_inMessage) {
            message += bytes;
            if (message.endsWith("\r\n.\r\n")) {
                m_inMessage = false;
                ++messages;
                socket.write("250 taken\r\n");
            }
        } else if (bytes.startsWith("EHLO")) {
            socket.write(greeting);
        } else if (m_inLogin) {
            m_inLogin = false;
            socket.write(toLogin);
        } else if (bytes.startsWith("AUTH")) {
            m_inLogin = true; // the secret comes with the next line
            socket.write("334 \r\n");
        } else if (bytes.startsWith("RCPT")) {
            socket.write(toRecipient);
        } else if (bytes.startsWith("DATA")) {
            message.clear();
            m_inMessage = true;
            socket.write("354 go on\r\n");
        } else if (bytes.startsWith("QUIT")) {
            socket.write("221 bye\r\n");
            socket.disconnectFromHost();
        } else {
            socket.write("250 fine\r\n");
        }
    }
    QTcpServer m_server;
    bool m_inMessage = false, m_inLogin = false;
};

// A web server that keeps what was posted. In the thread of the test.
class Receiver : public QObject {
  public:
    Receiver() {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = m_server.nextPendingConnection();
            auto heard = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, heard] {
                *heard += socket->readAll();
                const qsizetype end = heard->indexOf("\r\n\r\n");
                if (end < 0 || heard->size() < end + 4 + lengthIn(*heard))
                    return;
                ++posts;
                request = *heard;
                body = nlohmann::json::parse(heard->mid(end + 4).toStdString(), nullptr, false);
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server.serverPort()) + "/"; }

    QByteArray status = "200 OK", request;
    nlohmann::json body;
    int posts = 0;

  private:
    static qsizetype lengthIn(const QByteArray& head) {
        const QByteArray key = "Content-Length: ";
        const qsizetype at = head.indexOf(key);
        return at < 0 ? 0 : head.mid(at + key.size(), head.indexOf("\r\n", at) - at - key.size()).toLongLong();
    }
    QTcpServer m_server;
};

Channels mailTo(int port, MailSafety safety = MailSafety::Bare) {
    Channels channels;
    channels.mail.on = true;
    channels.mailServer = "127.0.0.1";
    channels.mailPort = port;
    channels.mailSafety = safety;
    channels.mailFrom = "desk@paper.test";
    channels.mailTo = {"night@paper.test"};
    return channels;
}

AlertNews nobodyAnswers() {
    AlertNews its;
    its.incident = "20260305-014000";
    its.firstFailure = minute(100);
    its.gravity = Gravity::CannotWait;
    return its;
}

} // namespace

class TestCourier : public QObject {
    Q_OBJECT
    const Settings m_settings;

  private Q_SLOTS:
    void webhookNtfyAndSlackAreReceived() {
        Receiver hook, ntfy, slack;
        QTemporaryDir dir;
        Despatch despatch(m_settings, dir.path().toStdString());
        Channels channels;
        channels.webhook.on = channels.ntfy.on = channels.slack.on = true;
        channels.ntfyServer = ntfy.url();
        channels.ntfyToken = true;
        const Secrets secrets{{SecretKind::WebhookAddress, hook.url() + "s3cret"},
                              {SecretKind::NtfyTopic, "s3cret-topic"},
                              {SecretKind::NtfyToken, "tk_s3cret"},
                              {SecretKind::SlackAddress, slack.url() + "services/s3cret"}};
        despatch.setChannels(channels, secrets);
        AlertNews its = nobodyAnswers();
        its.sentence = "None of the four sites answers";
        despatch.take({its}, minute(106));
        QTRY_COMPARE(hook.posts + ntfy.posts + slack.posts, 3);
        QVERIFY(hook.request.startsWith("POST /s3cret HTTP/1.1\r\n"));
        QVERIFY(hook.request.contains("Content-Type: application/json\r\n"));
        QVERIFY(hook.body["incident"] == its.incident);
        QVERIFY(ntfy.body["topic"] == "s3cret-topic");
        QVERIFY(ntfy.request.contains("Authorization: Bearer tk_s3cret\r\n"));
        QVERIFY(slack.request.startsWith("POST /services/s3cret HTTP/1.1\r\n"));
        QVERIFY(slack.body["text"] == its.sentence);
        QTRY_VERIFY(std::ranges::all_of(despatch.statuses(), [](const ChannelStatus& status) {
            return status.delivered.has_value() && status.waiting == 0;
        }));
        // What was sent is remembered, without a secret, for the person alone.
        const std::filesystem::path kept = std::filesystem::path(dir.path().toStdString()) / "telling-sent.json";
        struct stat found {};
        QTRY_COMPARE(::stat(kept.c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0600U);
        std::ifstream in(kept);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        QVERIFY(text.find("20260305-014000") != std::string::npos && text.find("s3cret") == std::string::npos);
    }

    // Nobody takes it, and the program ends: the next one tells it, once.
    void whatWasNotDeliveredIsToldByTheNextStart() {
        Receiver hook;
        QTemporaryDir dir;
        Channels channels;
        channels.webhook.on = true;
        const AlertNews its = nobodyAnswers();
        {
            Despatch despatch(m_settings, dir.path().toStdString());
            despatch.setChannels(channels, {{SecretKind::WebhookAddress, "http://127.0.0.1:1/"}}); // nobody is there
            despatch.take({its}, minute(106));
            QTRY_VERIFY(despatch.statuses().front().troubleSince.has_value());
            QTest::qWait(50); // what the bell rings for has been done
        }
        for (int start = 0; start < 2; ++start) {
            Despatch despatch(m_settings, dir.path().toStdString());
            despatch.setChannels(channels, {{SecretKind::WebhookAddress, hook.url()}});
            despatch.take({its}, minute(110));
            QTRY_COMPARE(hook.posts, 1);
            QTRY_VERIFY(QFile::exists(dir.filePath(QStringLiteral("telling-sent.json"))));
        }
        QTest::qWait(100);
        QCOMPARE(hook.posts, 1);
    }

    void whatCannotGoYetStaysDue() {
        Receiver hook;
        QTemporaryDir dir;
        Despatch despatch(m_settings, dir.path().toStdString());
        Channels channels;
        channels.webhook.on = true;
        const AlertNews its = nobodyAnswers();
        despatch.setChannels(channels, {}); // the keychain is locked
        despatch.take({its}, minute(106));
        despatch.setChannels(channels, {{SecretKind::WebhookAddress, hook.url()}});
        despatch.take({its}, minute(107));
        QTRY_COMPARE(hook.posts, 1);
    }

    void nothingIsSentBeforeAChannelIsOn() {
        HttpServer hook({});
        QTemporaryDir dir;
        Despatch despatch(m_settings, dir.path().toStdString());
        Channels channels; // all off, though an address is known
        despatch.setChannels(channels, {{SecretKind::WebhookAddress, hook.url()}});
        AlertNews its;
        its.incident = "a";
        its.firstFailure = minute(100);
        its.gravity = Gravity::CannotWait;
        despatch.take({its}, minute(200));
        channels.webhook.on = true;
        despatch.setChannels(channels, {{SecretKind::WebhookAddress, hook.url()}});
        QCOMPARE(hook.accepted(), 0);
        despatch.take({its}, minute(201));
        QTRY_COMPARE(hook.accepted(), 1); // the first connection is that of the switched one
    }

    void fortySilentTargetsAreOneMessageAChannel() {
        Receiver hook, ntfy, slack;
        ScriptedMail mail;
        QTemporaryDir dir;
        Despatch despatch(m_settings, dir.path().toStdString());
        Channels channels = mailTo(mail.port());
        channels.webhook.on = channels.ntfy.on = channels.slack.on = true;
        channels.ntfyServer = ntfy.url();
        despatch.setChannels(channels, {{SecretKind::WebhookAddress, hook.url()},
                                        {SecretKind::NtfyTopic, "topic"},
                                        {SecretKind::SlackAddress, slack.url()}});
        std::vector<AlertNews> forty(40);
        for (std::size_t i = 0; i < forty.size(); ++i) {
            forty[i].incident = "n" + std::to_string(i);
            forty[i].firstFailure = minute(100) + i * 1s;
            forty[i].gravity = Gravity::OneSite;
        }
        for (double now = 100; now < 110; now += 0.25)
            despatch.take(forty, minute(now));
        QTRY_COMPARE(mail.messages, 1);
        QTRY_VERIFY(std::ranges::all_of(despatch.statuses(), [](const ChannelStatus& status) {
            return status.delivered.has_value() && status.waiting == 0;
        }));
        QCOMPARE(hook.posts, 1);
        QCOMPARE(ntfy.posts, 1);
        QCOMPARE(slack.posts, 1);
        QCOMPARE(mail.messages, 1);
        QCOMPARE(hook.body["also"].size(), std::size_t(39));
    }

    void mailArrivesAndLogsIn() {
        ScriptedMail mail;
        Courier courier(ChannelKind::Mail, quick());
        Channels channels = mailTo(mail.port());
        channels.mailUser = "desk";
        courier.direct(channels, {{SecretKind::MailPassword, "s3cret"}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(mail.messages, 1);
        QVERIFY(mail.heard.startsWith("EHLO [127.0.0.1]\r\n")); // no name of this computer
        QVERIFY(mail.heard.contains(QByteArray("\0desk\0s3cret", 12).toBase64()));
        QVERIFY(mail.heard.contains("MAIL FROM:<desk@paper.test>"));
        QVERIFY(mail.heard.contains("RCPT TO:<night@paper.test>"));
        QVERIFY(mail.message.contains("Subject: =?utf-8?B?"));
    }

    void mailThatIsRefusedSaysWhy_data() {
        QTest::addColumn<QByteArray>("login");
        QTest::addColumn<QByteArray>("recipient");
        QTest::addColumn<int>("why");
        QTest::newRow("login") << QByteArray("535 no\r\n") << QByteArray("250 yes\r\n")
                               << static_cast<int>(Undelivered::LoginRefused);
        QTest::newRow("nobody there") << QByteArray("235 yes\r\n") << QByteArray("550 unknown\r\n")
                                      << static_cast<int>(Undelivered::AddressUnknown);
        QTest::newRow("later") << QByteArray("235 yes\r\n") << QByteArray("451 later\r\n")
                               << static_cast<int>(Undelivered::Busy);
    }
    void mailThatIsRefusedSaysWhy() {
        QFETCH(const QByteArray, login);
        QFETCH(const QByteArray, recipient);
        QFETCH(const int, why);
        ScriptedMail mail;
        mail.toLogin = login;
        mail.toRecipient = recipient;
        Courier courier(ChannelKind::Mail, {.bell = {}, .firstWait = 1h});
        Channels channels = mailTo(mail.port());
        channels.mailUser = "desk";
        courier.direct(channels, {{SecretKind::MailPassword, "s3cret"}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(static_cast<int>(courier.status().trouble.why), why);
        QCOMPARE(courier.status().nextTry.has_value(), why == static_cast<int>(Undelivered::Busy));
    }

    void mailServerWithoutStartTlsGetsNothing() {
        ScriptedMail mail;
        Courier courier(ChannelKind::Mail, quick());
        Channels channels = mailTo(mail.port(), MailSafety::StartTls);
        channels.mailUser = "desk";
        courier.direct(channels, {{SecretKind::MailPassword, "s3cret"}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(static_cast<int>(courier.status().trouble.why), static_cast<int>(Undelivered::NotEncrypted));
        QVERIFY(!mail.heard.contains("AUTH"));
        QCOMPARE(mail.messages, 0);
    }

    void certificateThatDoesNotHoldGetsNothing() {
        HttpServer hook({.place = {}, .tlsHost = "localhost"});
        Courier courier(ChannelKind::Webhook, {.bell = {}, .firstWait = 1h});
        const std::string url = "https://localhost:" + std::to_string(hook.port()) + "/";
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, url}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(static_cast<int>(courier.status().trouble.why), static_cast<int>(Undelivered::CertificateInvalid));
        QVERIFY(hook.lastRequest().empty());
    }

    void certificateThatHoldsIsTrusted() {
        HttpServer hook({.place = {}, .tlsHost = "localhost"});
        QTemporaryDir dir;
        const std::string trusted = dir.filePath(QStringLiteral("ca.pem")).toStdString();
        std::ofstream(trusted) << hook.certificatePem();
        Courier courier(ChannelKind::Webhook, {.bell = {}, .trustOnly = trusted});
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels,
                       {{SecretKind::WebhookAddress, "https://localhost:" + std::to_string(hook.port()) + "/x"}},
                       Direct{});
        courier.send(letterOf("a"));
        QTRY_VERIFY(courier.status().delivered.has_value());
        QVERIFY(hook.lastRequest().starts_with("POST /x"));
    }

    void whatIsNotTakenIsTriedAgainAndThenGivenUp() {
        HttpServer hook({});
        hook.setPage({.status = 503});
        Courier courier(ChannelKind::Webhook, {.bell = {}, .firstWait = 1ms});
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, hook.url()}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE_WITH_TIMEOUT(courier.status().givenUp, 1, 20000);
        QCOMPARE(hook.accepted(), 6); // and no more
        QCOMPARE(courier.status().trouble.code, 503);
        hook.setPage({});
        courier.send(letterOf("b"));
        QTRY_VERIFY(courier.status().delivered.has_value());
        QCOMPARE(courier.status().givenUp, 0);
    }

    void whatIsRefusedForGoodIsNotTriedAgain() {
        HttpServer hook({});
        hook.setPage({.status = 404});
        Courier courier(ChannelKind::Webhook, {.bell = {}, .firstWait = 1ms});
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, hook.url()}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(courier.status().givenUp, 1);
        QCOMPARE(hook.accepted(), 1);
        QCOMPARE(static_cast<int>(courier.status().trouble.why), static_cast<int>(Undelivered::AddressUnknown));
    }

    void newerLetterTakesThePlaceOfOneThatWaits() {
        Receiver hook;
        hook.status = "503 No";
        Courier courier(ChannelKind::Webhook, {.bell = {}, .firstWait = 500ms});
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, hook.url()}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_VERIFY(courier.status().nextTry.has_value());
        hook.status = "200 OK";
        courier.send(letterOf("a", LetterKind::Over));
        QCOMPARE(courier.status().waiting, 1);
        QTRY_VERIFY(courier.status().delivered.has_value());
        QCOMPARE(hook.posts, 2);
        QVERIFY(hook.body["event"] == "over");
    }

    void redirectIsNotFollowed() {
        HttpServer hook({}), other({});
        hook.setPage({.status = 307, .location = other.url()});
        Courier courier(ChannelKind::Webhook, quick());
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, hook.url()}}, Direct{});
        courier.send(letterOf("a"));
        QTRY_COMPARE(courier.status().givenUp, 1);
        QCOMPARE(other.accepted(), 0);
    }

    // The way of the watch is that of the letters too, and the name is looked up at its other end.
    void behindAProxyLettersGoThroughIt() {
        const Proxy nobody{Address::parse("127.0.0.1").value(), 9, {}}; // the discard port: nobody listens
        HttpServer here({});
        Courier courier(ChannelKind::Webhook, {.bell = {}, .firstWait = 1h});
        Channels channels;
        channels.webhook.on = true;
        courier.direct(channels, {{SecretKind::WebhookAddress, "https://hook.invalid/x"}}, nobody);
        courier.send(letterOf("a"));
        QTRY_VERIFY(courier.status().troubleSince.has_value());
        // Looked up here, it would have been a name that is unknown.
        QCOMPARE(static_cast<int>(courier.status().trouble.why), static_cast<int>(Undelivered::NotConnected));
        courier.forget();
        courier.direct(channels, {{SecretKind::WebhookAddress, here.url()}}, nobody); // what runs here needs no proxy
        courier.send(letterOf("b"));
        QTRY_VERIFY(courier.status().delivered.has_value());
    }

    void silentServerHoldsNobodyUpAtTheEnd() {
        HttpServer hook({});
        hook.setBehaviour(HttpBehaviour::SilentToRequests);
        auto courier = std::make_unique<Courier>(ChannelKind::Webhook, quick());
        Channels channels;
        channels.webhook.on = true;
        courier->direct(channels, {{SecretKind::WebhookAddress, hook.url()}}, Direct{});
        courier->send(letterOf("a"));
        QTRY_COMPARE(hook.accepted(), 1);
        QElapsedTimer clock;
        clock.start();
        courier.reset();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }

    void realMailServerReceivesTheMail() {
        if (!std::filesystem::exists("/usr/sbin/exim4"))
            QSKIP("exim is not installed (exim4-daemon-light): tests/run.sh installs it");
        if (geteuid() != 0)
            QSKIP("exim listens with a configuration of the test's own only for root");
        QTemporaryDir dir;
        const std::filesystem::path place = dir.path().toStdString();
        std::filesystem::create_directories(place / "spool");
        for (const auto& each : {place, place / "spool"}) // exim becomes somebody else
            std::filesystem::permissions(each, std::filesystem::perms::all);
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const int port = free.serverPort();
        free.close();
        std::ofstream(place / "conf")
            << "primary_hostname = mail.paper.test\nspool_directory = " << (place / "spool").string()
            << "\nlog_file_path = syslog\nkeep_environment =\nhost_lookup =\nrfc1413_query_timeout = 0s\n"
               "tls_advertise_hosts =\nlocal_interfaces = 127.0.0.1\nqueue_only = true\n"
               "acl_smtp_rcpt = yes\nacl_smtp_data = yes\nbegin acl\nyes:\n  accept\nbegin routers\nbegin transports\n";
        QProcess exim;
        exim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        exim.start(QStringLiteral("/usr/sbin/exim4"),
                   {QStringLiteral("-bdf"), QStringLiteral("-C"), QString::fromStdString((place / "conf").string()),
                    QStringLiteral("-oX"), QString::number(port)});
        QVERIFY(exim.waitForStarted(5000));
        Courier courier(ChannelKind::Mail, {.bell = {}, .firstWait = 100ms});
        courier.direct(mailTo(port), {}, Direct{});
        courier.send(letterOf("20260305-014000"));
        QTRY_VERIFY_WITH_TIMEOUT(courier.status().delivered.has_value(), 30000);
        exim.terminate();
        QVERIFY(exim.waitForFinished(10000));
        QByteArray queued;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(place / "spool" / "input"))
            if (entry.is_regular_file()) {
                QFile file(QString::fromStdString(entry.path().string()));
                QVERIFY(file.open(QIODevice::ReadOnly));
                queued += file.readAll();
            }
        QVERIFY(queued.contains("References: <20260305-014000@kpwatch.invalid>"));
        QVERIFY(queued.contains("night@paper.test"));
        QVERIFY(QByteArray::fromBase64(queued).size() >= 0);
        QVERIFY(queued.contains(QByteArray("sentence of 20260305-014000").toBase64().left(30)));
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
