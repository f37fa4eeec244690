// SPDX-License-Identifier: GPL-3.0-or-later
// Which channels there are, what is wrong with an entry, what is kept in the file, and how each writes a letter.
#include "app/errors.h"
#include "app/tell/letter.h"
#include "tests/app/words/told.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sys/stat.h>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

Channels everything() {
    Channels channels;
    channels.webhook.on = channels.ntfy.on = channels.slack.on = channels.mail.on = true;
    channels.slack.least = Gravity::CannotWait;
    channels.ntfyServer = "https://ntfy.example";
    channels.ntfyToken = true;
    channels.mailServer = "mail.example";
    channels.mailPort = 587;
    channels.mailSafety = MailSafety::StartTls;
    channels.mailUser = "desk";
    channels.mailFrom = "desk@paper.example";
    channels.mailTo = {"night@paper.example", "editor@paper.example"};
    channels.holdDown_min = 25;
    channels.quiet = QuietHours{1350, 420};
    return channels;
}

Secrets secrets() {
    return {{SecretKind::WebhookAddress, "https://hook.example/s3cret-a"},
            {SecretKind::NtfyTopic, "s3cret-b"},
            {SecretKind::NtfyToken, "tk_s3cret-c"},
            {SecretKind::SlackAddress, "https://hooks.slack.com/services/s3cret-d"},
            {SecretKind::MailPassword, "s3cret-e"}};
}

Letter letter() {
    const LetterItem none{LetterKind::First,
                          "20260305-014000",
                          Gravity::CannotWait,
                          minute(100),
                          "None of the four sites answers <!channel>",
                          text("Stopped “early” & late.\nSeen from one computer.").toStdString()};
    const LetterItem line{LetterKind::Over,           "our-own-line-2026-03-05T00:01:00.000Z",
                          Gravity::Several,           minute(1),
                          "Our own line works again", "It was down."};
    return {minute(106), {none, line}};
}

std::string slurped(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

QByteArray bodyOf(const std::string& mail) {
    return QByteArray::fromBase64(QByteArray::fromStdString(mail.substr(mail.find("\r\n\r\n") + 4)));
}

} // namespace

class TestChannels : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    std::filesystem::path dir() const { return m_dir.path().toStdString(); }

  private Q_SLOTS:
    void allAreOffWithoutAFile() {
        const Channels channels = readChannels(dir() / "none");
        QVERIFY(!anyOn(channels));
        QVERIFY(secretsMissing(channels, {}).empty());
    }

    void whatIsChosenIsReadBack() {
        writeChannels(dir(), everything());
        QVERIFY(readChannels(dir()) == everything());
    }

    void fileIsThePersonsAloneAndHoldsNoSecret() {
        writeChannels(dir(), everything());
        struct stat found {};
        QCOMPARE(::stat((dir() / "telling.json").c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0600U);
        QVERIFY(slurped(dir() / "telling.json").find("s3cret") == std::string::npos);
    }

    void brokenFileNamesTheKey_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("unknown") << R"({"telegram":{}})"
                                 << "telegram";
        QTest::newRow("kind") << R"({"mail":{"safety":"maybe"}})"
                              << "mail.safety";
        QTest::newRow("range") << R"({"hold_down_min":0})"
                               << "hold_down_min";
        QTest::newRow("secret in it") << R"({"slack":{"on":true,"address":"https://hooks.slack.com/x"}})"
                                      << "address";
        QTest::newRow("port") << R"({"mail":{"port":70000}})"
                              << "mail.port";
    }
    void brokenFileNamesTheKey() {
        QFETCH(const QString, json);
        QFETCH(const QString, key);
        std::ofstream(dir() / "telling.json") << json.toStdString();
        try {
            (void)readChannels(dir());
            QFAIL("it was read");
        } catch (const InputError& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(key), error.what());
        }
    }

    void wrongEntryIsNamed_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("wrong");
        QTest::addColumn<std::function<void(Channels&, Secrets&)>>("spoil");
        using Spoil = std::function<void(Channels&, Secrets&)>;
        const auto row = [](const char* name, ChannelKind kind, WrongEntry wrong, const Spoil& spoil) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(wrong) << spoil;
        };
        const auto address = [](const char* url) {
            return [url](Channels&, Secrets& known) { known[SecretKind::WebhookAddress] = url; };
        };
        row("nothing", ChannelKind::Webhook, WrongEntry::NoAddress, address(""));
        row("plain http", ChannelKind::Webhook, WrongEntry::AddressNotSafe, address("http://hook.example/x"));
        row("http here", ChannelKind::Webhook, WrongEntry::None, address("http://127.0.0.1:8080/x"));
        row("http here by another of its addresses", ChannelKind::Webhook, WrongEntry::None,
            address("http://127.63.9.9/x"));
        row("http to a name that begins so", ChannelKind::Webhook, WrongEntry::AddressNotSafe,
            address("http://127.0.0.1.hook.example/x"));
        row("http to a lookalike", ChannelKind::Webhook, WrongEntry::AddressNotSafe,
            address("http://127.0.0.1@hook.example/x"));
        row("a line in it", ChannelKind::Webhook, WrongEntry::AddressNotSafe, address("https://a.example/\r\nX: y"));
        row("a file", ChannelKind::Webhook, WrongEntry::AddressNotSafe, address("file:///etc/passwd"));
        row("no host", ChannelKind::Webhook, WrongEntry::AddressNotSafe, address("https:///x"));
        row("not Slack", ChannelKind::Slack, WrongEntry::NotOfSlack,
            [](Channels&, Secrets& known) { known[SecretKind::SlackAddress] = "https://slack.example/x"; });
        row("no topic", ChannelKind::Ntfy, WrongEntry::NoTopic,
            [](Channels&, Secrets& known) { known.erase(SecretKind::NtfyTopic); });
        row("topic with a slash", ChannelKind::Ntfy, WrongEntry::TopicNotPlain,
            [](Channels&, Secrets& known) { known[SecretKind::NtfyTopic] = "a/b"; });
        row("no token", ChannelKind::Ntfy, WrongEntry::NoToken,
            [](Channels&, Secrets& known) { known.erase(SecretKind::NtfyToken); });
        row("no server", ChannelKind::Mail, WrongEntry::NoServer,
            [](Channels& channels, Secrets&) { channels.mailServer.clear(); });
        row("server with a path", ChannelKind::Mail, WrongEntry::ServerNotPlain,
            [](Channels& channels, Secrets&) { channels.mailServer = "mail.example/x"; });
        row("bare to elsewhere", ChannelKind::Mail, WrongEntry::ServerNotHere,
            [](Channels& channels, Secrets&) { channels.mailSafety = MailSafety::Bare; });
        row("no password", ChannelKind::Mail, WrongEntry::NoPassword, [](Channels&, Secrets& known) { known.clear(); });
        row("sender with a name", ChannelKind::Mail, WrongEntry::SenderNotPlain,
            [](Channels& channels, Secrets&) { channels.mailFrom = "Desk <desk@paper.example>"; });
        row("nobody", ChannelKind::Mail, WrongEntry::NoRecipient,
            [](Channels& channels, Secrets&) { channels.mailTo.clear(); });
        row("header in a recipient", ChannelKind::Mail, WrongEntry::RecipientNotPlain,
            [](Channels& channels, Secrets&) { channels.mailTo = {"a@b\r\nBcc: c@d"}; });
        row("too many", ChannelKind::Mail, WrongEntry::TooManyRecipients,
            [](Channels& channels, Secrets&) { channels.mailTo.assign(11, "a@b"); });
    }
    void wrongEntryIsNamed() {
        QFETCH(const int, kind);
        QFETCH(const int, wrong);
        using Spoil = std::function<void(Channels&, Secrets&)>;
        QFETCH(const Spoil, spoil);
        Channels channels = everything();
        Secrets known = secrets();
        QCOMPARE(static_cast<int>(wrongWith(channels, known, static_cast<ChannelKind>(kind))),
                 static_cast<int>(WrongEntry::None));
        spoil(channels, known);
        QCOMPARE(static_cast<int>(wrongWith(channels, known, static_cast<ChannelKind>(kind))), wrong);
    }

    void missingSecretsAreThoseOfWhatIsOn() {
        Channels channels = everything();
        QCOMPARE(secretsMissing(channels, {}).size(), std::size(secretKinds));
        channels.ntfyToken = false;
        channels.mailUser.clear();
        channels.webhook.on = false;
        QVERIFY((secretsMissing(channels, {}) == std::vector{SecretKind::NtfyTopic, SecretKind::SlackAddress}));
    }

    void webhookHasTheDocumentedShape() {
        const auto body = nlohmann::json::parse(webhookBody(letter()));
        QCOMPARE(body["kpwatch"].get<int>(), 1);
        QCOMPARE(body["as_of"].get<std::string>(), std::string("2026-03-05T01:46:00.000Z"));
        QCOMPARE(body["event"].get<std::string>(), std::string("announced"));
        QCOMPARE(body["incident"].get<std::string>(), std::string("20260305-014000"));
        QCOMPARE(body["gravity"].get<std::string>(), std::string("cannot-wait"));
        QCOMPARE(body["first_failure"].get<std::string>(), std::string("2026-03-05T01:40:00.000Z"));
        QVERIFY(body["title"].get<std::string>().starts_with("None of the four"));
        QCOMPARE(body["also"].size(), std::size_t(1));
        QCOMPARE(body["also"][0]["event"].get<std::string>(), std::string("over"));
    }

    void ntfyChangesItsMessageInPlace() {
        const auto body = nlohmann::json::parse(ntfyBody(letter(), "topic"));
        QCOMPARE(body["topic"].get<std::string>(), std::string("topic"));
        QCOMPARE(body["sequence_id"].get<std::string>(), std::string("20260305-014000"));
        QCOMPARE(body["priority"].get<int>(), 5);
        Letter end = letter();
        end.items.front().kind = LetterKind::Over;
        QCOMPARE(nlohmann::json::parse(ntfyBody(end, "topic"))["priority"].get<int>(), 2);
    }

    void slackIsPlainTextThatCallsNobody() {
        const auto body = nlohmann::json::parse(slackBody(letter()));
        QCOMPARE(body["blocks"][0]["text"]["type"].get<std::string>(), std::string("plain_text"));
        QVERIFY(body["text"].get<std::string>().find('<') == std::string::npos);
        QVERIFY(body["text"].get<std::string>().find("&lt;!channel&gt;") != std::string::npos);
    }

    void mailIsAThreadAndNamesNothingOfOurs() {
        const std::string mail = mailText(letter(), everything());
        const QString head = QString::fromStdString(mail.substr(0, mail.find("\r\n\r\n")));
        QVERIFY(head.contains(QLatin1String("Date: Thu, 05 Mar 2026 01:46:00 +0000\r\n")));
        QVERIFY(head.contains(QLatin1String("To: <night@paper.example>,\r\n <editor@paper.example>\r\n")));
        QVERIFY(head.contains(QLatin1String("References: <20260305-014000@kpwatch.invalid>\r\n")));
        QVERIFY(head.contains(QLatin1String("Auto-Submitted: auto-generated")));
        char host[256] = {};
        QCOMPARE(::gethostname(host, sizeof host - 1), 0);
        QVERIFY(!QString::fromStdString(mail).contains(QString::fromUtf8(host)));
        QVERIFY(bodyOf(mail).contains(text("Stopped “early” & late.").toUtf8()));
        QVERIFY(bodyOf(mail).contains("Our own line works again"));
        for (const QString& line : QString::fromStdString(mail).split(QStringLiteral("\r\n")))
            QVERIFY2(line.size() <= 78 && !line.contains(QLatin1Char('\n')), qPrintable(line));
    }

    void subjectOfAnyLengthAndLanguageIsWhole() {
        Letter korean = letter();
        QString sentence;
        for (int i = 0; i < 40; ++i)
            sentence += text("응답 없음 ");
        korean.items.front().sentence = sentence.toStdString();
        const QString mail = QString::fromStdString(mailText(korean, everything()));
        const qsizetype from = mail.indexOf(QLatin1String("Subject: ")) + 9;
        QByteArray decoded;
        for (const QString& word : mail.mid(from, mail.indexOf(QLatin1String("Auto-Submitted")) - from)
                                       .split(QLatin1String("\r\n"), Qt::SkipEmptyParts)) {
            const QString trimmed = word.trimmed();
            QVERIFY(trimmed.size() <= 75);
            const QByteArray piece = QByteArray::fromBase64(trimmed.mid(10, trimmed.size() - 12).toLatin1());
            QVERIFY(!QString::fromUtf8(piece).contains(QChar::ReplacementCharacter));
            decoded += piece;
        }
        QCOMPARE(QString::fromUtf8(decoded), QString::fromStdString(subjectOf(korean)));
    }
};

QTEST_APPLESS_MAIN(TestChannels)
#include "tst_channels.moc"
