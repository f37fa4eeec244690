// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an entry is said in the language of the window: all of it in Korean, and in English as the readers
// of files say it.
#include "app/errors.h"
#include "app/watchlist_draft.h"
#include "ui/settings/fault_words.h"
#include "ui/translation.h"

#include <QRegularExpression>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

std::string settingsFault(const std::string& json) {
    try {
        (void)parseSettings(json, "settings");
    } catch (const InputError& error) {
        return faultIn(error.what(), "settings").sentence;
    }
    return {};
}

std::string watchlistFault(const std::string& json) {
    try {
        (void)parseWatchlist(json, "watchlist", {});
    } catch (const InputError& error) {
        return faultIn(error.what(), "watchlist").sentence;
    }
    return {};
}

std::string listWith(const std::string& target) {
    return R"({"version":1,"sites":[{"id":"s","label":"KCNA","host":"kcna.kp"}],"targets":[)" + target + "]}";
}
std::string asking(const std::string& probe, const std::string& more = R"("site":"s")") {
    return listWith(R"({"id":"w",)" + more + R"(,"probe":)" + probe + "}");
}
const char* const port = R"({"kind":"tcp","host":"175.45.176.71","port":80})";

// Here and not in the class: moc 6.4 loses its way in so many raw strings.
std::vector<std::pair<const char*, std::string>> faults() {
    return {
        {"not whole", settingsFault(R"({"interval_http_s":1.5})")},
        {"out of range", settingsFault(R"({"interval_http_s":0})")},
        {"no number", settingsFault(R"({"degraded_slow_share":"x"})")},
        {"not rising", settingsFault(R"({"recheck_s":[30,20]})")},
        {"too many", settingsFault(R"({"recheck_s":[1,2,3,4,5,6,7,8,9,10,11]})")},
        {"alone", settingsFault(R"({"confirm_failures":5,"confirm_failures_alone":3})")},
        {"unknown", settingsFault(R"({"nobody_knows":3})")},
        {"no name", watchlistFault(listWith(R"({"id":"No Name","site":"s","probe":{}})"))},
        {"own line", watchlistFault(listWith(R"({"id":"own-line","site":"s","probe":{}})"))},
        {"no place", watchlistFault(listWith(std::string(R"({"id":"w","probe":)") + port + "}"))},
        {"both places", watchlistFault(asking(port, R"("site":"s","group":"g")"))},
        {"no such site", watchlistFault(asking(port, R"("site":"t")"))},
        {"group as a site", watchlistFault(asking(port, R"("group":"s")"))},
        {"layer", watchlistFault(asking(port, R"("site":"s","layer":"x")"))},
        {"via", watchlistFault(asking(port, R"("site":"s","via":"x")"))},
        {"too often", watchlistFault(asking(port, R"("site":"s","interval_s":5)"))},
        {"private", watchlistFault(asking(R"({"kind":"tcp","host":"10.0.0.1","port":80})"))},
        {"documentation", watchlistFault(asking(R"({"kind":"tcp","host":"192.0.2.1","port":80})"))},
        {"no host", watchlistFault(asking(R"({"kind":"tcp","host":"a b","port":80})"))},
        {"kind", watchlistFault(asking(R"({"kind":"gopher","host":"175.45.176.71"})"))},
        {"web address", watchlistFault(asking(R"({"kind":"http","url":"kcna.kp"})"))},
        {"user name", watchlistFault(asking(R"({"kind":"http","url":"http://a@kcna.kp/"})"))},
        {"no resolve", watchlistFault(asking(R"({"kind":"http","url":"http://kcna.kp/"})"))},
        {"servers", watchlistFault(asking(R"({"kind":"http","url":"http://kcna.kp/","resolve":{"servers":[]}})"))},
        {"record type", watchlistFault(asking(R"({"kind":"dns","server":"175.45.176.15","name":"kp","type":"X"})"))},
        {"missing", watchlistFault(asking(R"({"kind":"tcp","host":"175.45.176.71"})"))},
        {"empty", watchlistFault(asking(port, R"("site":"s","label":"")"))}};
}

} // namespace

class TestFaultWords : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cleanup() { speak(u"en"_s); }

    void everyFaultIsSaidInKorean_data() {
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const std::string& sentence) {
            QTest::newRow(name) << QString::fromStdString(sentence);
        };
        for (const auto& [name, sentence] : faults())
            row(name, sentence);
    }
    void everyFaultIsSaidInKorean() {
        QFETCH(const QString, sentence);
        QVERIFY(!sentence.isEmpty());
        QCOMPARE(faultWords(sentence.toStdString()), sentence); // English, as it was
        QVERIFY(speak(u"ko"_s));
        const QString korean = faultWords(sentence.toStdString());
        // What is left in English are names of files: keys, values, examples.
        static const QRegularExpression names(u"\"[^\"]*\"|\\b[a-z]+_[a-z_]+\\b|^[^ ]+:|https?://|\\{.*\\}"_s);
        for (const QString& half : korean.split(u"; "_s)) {
            QString rest = half;
            rest.remove(names);
            QVERIFY2(rest.contains(QRegularExpression(u"[가-힣]"_s)), qPrintable(korean));
            QVERIFY2(!rest.contains(QRegularExpression(u"\\b(is|the|of|write|use|give|add)\\b"_s)), qPrintable(korean));
        }
    }

    void aFormSpeaksOfNoFile_data() {
        QTest::addColumn<QString>("sentence");
        const QStringList possible{u"no name"_s,       u"own line"_s, u"too often"_s,   u"private"_s,
                                   u"documentation"_s, u"no host"_s,  u"web address"_s, u"user name"_s,
                                   u"no resolve"_s,    u"missing"_s,  u"empty"_s,       u"servers"_s};
        for (const auto& [name, sentence] : faults())
            if (possible.contains(QLatin1String(name)))
                QTest::newRow(name) << QString::fromStdString(sentence);
    }
    void aFormSpeaksOfNoFile() {
        QFETCH(const QString, sentence);
        const DraftFault fault = faultIn("watchlist: " + sentence.toStdString(), "watchlist");
        static const QRegularExpression ofAFile(
            u"[{}]|[a-z]_[a-z]|\\bkey\\b|\\bring\\b|\\bprobe\\b|resolve|targets\\["_s);
        for (const QString& language : {u"en"_s, u"ko"_s}) {
            QVERIFY(speak(language));
            const QString said = faultInForm(fault, u"Field"_s);
            QVERIFY2(said.startsWith(u"Field: "_s) && !said.contains(ofAFile), qPrintable(said));
            QCOMPARE(said.contains(QRegularExpression(u"[가-힣].*; .*[가-힣]"_s)), language == u"ko"_s);
        }
    }

    void whatIsNotKnownStays() {
        QCOMPARE(faultWords("the moon is full; wait"), u"the moon is full; wait"_s);
        QCOMPARE(faultWords("no way out at all"), u"no way out at all"_s);
    }
};

QTEST_GUILESS_MAIN(TestFaultWords)
#include "tst_fault_words.moc"
