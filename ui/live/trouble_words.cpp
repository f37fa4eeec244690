// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/trouble_words.h"

#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/settings/fault_words.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace kpwatch {

using words::Tr;

namespace {

constexpr int longestSentence = 1000; // with its paths

// What the program says of its files, without the ways out of a command line; and how a window says it, where that is
// otherwise. %1 to %4 stand for what is filled in; what the window's sentence has no place for stands below it.
struct Said {
    const char* program;
    const char* window;
};
constexpr Said otherwise[] = {
    {"The record cannot be used, \"%1\": it may come from another version of KPWatch.",
     QT_TRANSLATE_NOOP("words", "The record cannot be used: it may come from another version of KPWatch.")},
    {"The record cannot keep a write-ahead log, its journal mode stays \"%1\": choose a directory on a disk of this "
     "computer.",
     QT_TRANSLATE_NOOP("words", "The record cannot be kept on that disk: choose a folder on a disk of this computer.")},
    {"The record was written by a newer KPWatch (schema %1, this one reads %2): it is read as far as it can be, and "
     "nothing is written; use that version to go on.",
     QT_TRANSLATE_NOOP("words",
                       "The record was written by a newer KPWatch: it is read as far as it can be, and nothing "
                       "is written. Use that version to go on.")},
    {"The record was written by a newer KPWatch (schema %1, this one writes %2): use that version.",
     QT_TRANSLATE_NOOP("words", "The record was written by a newer KPWatch: use that version.")},
    {"The record is of an older KPWatch (schema %1): start watching once with this version, which brings it up to "
     "date.",
     QT_TRANSLATE_NOOP("words",
                       "The record is of an older KPWatch: start watching once with this version, which brings "
                       "it up to date.")},
    {"The record could not be copied whole (%1): run 'kpwatch doctor'.",
     QT_TRANSLATE_NOOP("words", "The record is damaged and could not be copied whole. Watching repairs it: start it, "
                                "then try again.")},
    {"The record has grown to %1 MiB: another program keeps the record open; close it there. Nothing is lost, it only "
     "takes room.",
     QT_TRANSLATE_NOOP("words", "The log beside the record has grown to %1 MiB: another program keeps the record open; "
                                "close it there. Nothing is lost, it only takes room.")},
    {"the record of %1 holds a check that cannot be handed on (%2): 'kpwatch doctor' looks at it.",
     QT_TRANSLATE_NOOP("words", "The record in %1 holds a check that cannot be handed on.")},
    {"%1 cannot be made or written, \"%2\": free some space on that disk.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be made or written: free some space on that disk.")},
    {"%1 cannot be made or written, \"%2\": make its directory writable for yourself.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be made or written: make its folder writable for yourself.")},
    {"%1 is to be copied, which takes %2 MiB on the disk of %3: free that much.",
     QT_TRANSLATE_NOOP("words", "There is no room for a copy of the record: free %2 MiB on the disk of %3.")},
    {"Another program%1 already records into %2: end it first.",
     QT_TRANSLATE_NOOP("words", "Another program already records into %2: end it first.")},
    {"The program that records into %1 does not take edits (%2): make them there, or end it first.",
     QT_TRANSLATE_NOOP("words", "The program that records into %1 does not answer: change it there, or end it first.")},
    {"%1: what was seen since is held in memory, and a change now would lose it. Change it once it is saved.",
     QT_TRANSLATE_NOOP("words",
                       "What was seen lately could not be saved yet, and a change now would lose it. Change it "
                       "once it is saved.")},
    {"%1 cannot be used (%2): make it readable and writable for yourself, or move it away.",
     QT_TRANSLATE_NOOP("words", "%1 cannot be used: make it readable and writable for yourself, or move it away.")},
    {"%1 could not be written (%2): make room.", QT_TRANSLATE_NOOP("words", "%1 could not be written: make room.")},
    {"%1 cannot be written (%2): choose another place",
     QT_TRANSLATE_NOOP("words", "%1 cannot be written. Choose another place.")},
    {"%1 cannot be written (%2): is there room on that disk?",
     QT_TRANSLATE_NOOP("words", "%1 cannot be written: is there room on that disk?")},
    {"%1 exists already: choose another name, or remove it first",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 exists already: name another file, a backup overwrites nothing",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 is there already: choose another name",
     QT_TRANSLATE_NOOP("words", "%1 is there already. Choose another name.")},
    {"%1 is a folder: choose another name, or remove it first",
     QT_TRANSLATE_NOOP("words", "%1 is a folder. Choose another name.")},
    {"-o %1 must end in .jsonl or .csv, which chooses the format",
     QT_TRANSLATE_NOOP("words", "%1 has to end in .jsonl or .csv, which chooses the format.")},
    {"%1 is no picture that can be read (%2): choose a PNG or JPEG",
     QT_TRANSLATE_NOOP("words", "%1 is no picture that can be read. Choose a PNG or JPEG.")},
    {"no incident is called %1: 'kpwatch incidents' lists them",
     QT_TRANSLATE_NOOP("words", "No incident is called %1 any more.")},
    {"the incident %1 lasts longer than %2 days, too long for a pack: 'kpwatch export --from --to' writes a part of "
     "its checks",
     QT_TRANSLATE_NOOP("words", "The incident %1 lasts longer than %2 days, which is too long for a pack.")},
    {"%1 would hold '%2', which is to stay here: take it out of what was written by hand, then pack again",
     QT_TRANSLATE_NOOP("words", "The pack would hold “%2”, which is to stay here. Take it out of what was written by "
                                "hand, then pack again.")},
    {"%1: %2 is missing or too large; this is no pack of ours",
     QT_TRANSLATE_NOOP("words", "%1 is no evidence pack of KPWatch.")},
    {"%1 is no evidence pack: it has no bagit.txt", QT_TRANSLATE_NOOP("words", "%1 is no evidence pack of KPWatch.")},
    {"%1 cannot be confirmed by this program: %2 Nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 cannot be confirmed by this version of KPWatch, and nothing was taken in.")},
    {"%1 is not what was packed: %2 Nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 is not what was packed, and nothing was taken in. Ask for it again.")},
    {"%1 is damaged (%2): ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 does not say whose record it is (vantage.id in its first line): ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 does not say whose record it is, and nothing was taken in. Ask for it again.")},
    {"%1 holds no observations: ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 holds no observations. Ask for it again.")},
    {"%1 says what was seen at %2, which has not come yet: ask for it again, nothing was imported",
     QT_TRANSLATE_NOOP("words", "%1 says what was seen at a time that has not come yet, and nothing was taken in. Ask "
                                "for it again.")},
    {"%1 is no .zip that can be read: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 is damaged or no .zip: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 is damaged, and nothing was taken in. Ask for it again.")},
    {"%1 holds '%2', which %3: nothing was taken from it",
     QT_TRANSLATE_NOOP("words", "%1 holds “%2”, which has no place in a pack. Nothing was taken in.")},
    {"these observations are our own: this record has them already, or 'kpwatch doctor' and a backup bring them back",
     QT_TRANSLATE_NOOP("words", "These observations are your own. Your record has them already.")},
    {"these observations are simulated, and this record holds real measurements: look at them with 'kpwatch replay'",
     QT_TRANSLATE_NOOP("words", "These observations are simulated, and your record holds real measurements.")},
    {"these observations are real, and this record holds a simulation: name another directory",
     QT_TRANSLATE_NOOP("words", "These observations are real, and this record holds a simulation.")},
    {"%1, line %2: %3; each line is date,title,source, such as 2026-03-05,\"Something happened\",Reuters",
     QT_TRANSLATE_NOOP("words", "Line %2 of %1 cannot be read. Each line is date,title,source, such as "
                                "2026-03-05,\"Something happened\",Reuters.")},
    {"%1: does not begin with a header line; give --watchlist FILE",
     QT_TRANSLATE_NOOP("words", "%1 is no observation file of KPWatch.")},
    {"a note needs words", QT_TRANSLATE_NOOP("words", "A note needs words.")},
    {"a note is at most %1 bytes long: keep the rest elsewhere",
     QT_TRANSLATE_NOOP("words", "A note is at most %1 bytes long. Keep the rest elsewhere.")},
    {"a link begins with https:// or http:// and has no spaces",
     QT_TRANSLATE_NOOP("words", "A link begins with https:// or http:// and has no spaces.")},
    {"stopped: nothing was taken in", QT_TRANSLATE_NOOP("words", "Stopped: nothing was taken in.")},
};
constexpr const char* likewise[] = {
    QT_TRANSLATE_NOOP("words",
                      "The record was damaged and is kept as %1. What is seen now is saved in a new file; what "
                      "can be salvaged is being brought back."),
    QT_TRANSLATE_NOOP("words", "The record was damaged, is kept, and could not be repaired yet: %1"),
    QT_TRANSLATE_NOOP("words",
                      "The record was damaged and has been repaired: %1 checks are there again, %2 of %3 pages "
                      "could not be read. The damaged file is kept as %4."),
    QT_TRANSLATE_NOOP("words", "Nothing could be recovered from the record: it is damaged as a whole, or was none. It "
                               "is kept as %1, and watching goes on in a new record."),
    QT_TRANSLATE_NOOP("words", "%1 is on %2, where two programs may not see each other's locks: choose a directory on "
                               "a disk of this computer."),
    QT_TRANSLATE_NOOP("words", "The record cannot grow, the disk is full: free some space on that disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be read or written, the disk reports an error: check the disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be written, it or its directory is read-only: make both writable for "
                               "yourself."),
    QT_TRANSLATE_NOOP("words", "The record cannot be opened: check that its directory exists and is yours."),
    QT_TRANSLATE_NOOP("words", "The record is damaged or is no history of KPWatch: keep its directory for salvage."),
    QT_TRANSLATE_NOOP("words", "The record is locked by another program: end that program and try again."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: start watching first, or name another directory."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: name a directory with a record."),
    QT_TRANSLATE_NOOP("words", "The record does not exist: there is nothing yet to judge."),
    QT_TRANSLATE_NOOP("words", "The record is no history of KPWatch: name another directory."),
    QT_TRANSLATE_NOOP("words", "The record is another program's database: choose another directory."),
    QT_TRANSLATE_NOOP("words", "The record was removed or moved while it was being written: put it back, or stop and "
                               "start watching."),
    QT_TRANSLATE_NOOP("words", "The record holds real measurements, a simulation must not be added: choose another "
                               "directory."),
    QT_TRANSLATE_NOOP("words", "The record holds a simulation, real measurements must not be added: choose another "
                               "directory."),
    QT_TRANSLATE_NOOP("words", "The record is being copied to another folder; what is seen meanwhile is saved after "
                               "it."),
    QT_TRANSLATE_NOOP("words", "Another program adds to the record at your request; what is seen meanwhile is saved "
                               "after it."),
    QT_TRANSLATE_NOOP("words", "%1 is where the record is already: choose another folder"),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record, which is only looked at: to go on with it, put it as "
                               "history.db into a folder of its own and open that."),
    QT_TRANSLATE_NOOP("words", "%1 is a file, where the folder of the record should be: move it away."),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record: judge in the record itself."),
    QT_TRANSLATE_NOOP("words", "%1 is a copy of a record: import into the record itself."),
    QT_TRANSLATE_NOOP("words", "The program that records into %1 took the edit and could not save it yet: its window "
                               "says why."),
    QT_TRANSLATE_NOOP("words", "%1 could not be erased: make its folder writable for yourself and erase again."),
    QT_TRANSLATE_NOOP("words", "%1 cannot be written: is there room on that disk?"),
    QT_TRANSLATE_NOOP("words", "%1 does not exist: check the path"),
    QT_TRANSLATE_NOOP("words", "%1 is no folder: choose another place"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be opened: is it still there?"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be made again: its entry does not say what it was made of"),
    QT_TRANSLATE_NOOP("words", "%1 cannot be made again: its incident is not told any more"),
};

struct Known {
    QRegularExpression program;
    const char* window;
};

Known knownAs(const char* program, const char* window) {
    QString pattern = QRegularExpression::escape(QLatin1String(program));
    for (int i = 1; i <= 4; ++i)
        pattern.replace(QStringLiteral("\\%%1").arg(i), QStringLiteral("(.*?)"));
    return {QRegularExpression(QRegularExpression::anchoredPattern(pattern)), window};
}

std::vector<Known> allKnown() {
    std::vector<Known> all;
    for (const Said& said : otherwise)
        all.push_back(knownAs(said.program, said.window));
    for (const char* const said : likewise)
        all.push_back(knownAs(said, said));
    return all;
}

// As the window says it; nullopt: it is not known here.
std::optional<QString> inWindow(const QString& sentence) {
    static const std::vector<Known> known = allKnown();
    static const QRegularExpression letter(QStringLiteral("\\p{L}")); // bare numbers are for a terminal
    for (const Known& each : known) {
        const QRegularExpressionMatch match = each.program.match(sentence);
        if (!match.hasMatch())
            continue;
        QString said = Tr::tr(each.window);
        QString below;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
            const QString place = QStringLiteral("%%1").arg(i), value = match.captured(i).trimmed();
            if (said.contains(place))
                said.replace(place, value);
            else if (value.contains(letter))
                below += QLatin1Char('\n') + value;
        }
        return said + below;
    }
    return std::nullopt;
}

} // namespace

QString troubleWords(const std::string& sentence) {
    static const QRegularExpression file(QStringLiteral(R"(^/.*?/history(?:\.db(?:-wal)?)?(?= ))"));
    static const QRegularExpression code(QStringLiteral(R"( \((?:SQLite )?code \d+\))"));
    static const QRegularExpression option(
        QStringLiteral(R"((,? or|;| and) choose another (?:directory|one) with --history)"));
    static const QRegularExpression optionAlone(QStringLiteral(R"( (?:with|by) --history\b)"));
    QString said = words::cleaned(sentence, longestSentence);
    said.replace(file, QString(QLatin1String("The record"))); // its Korean is that of the whole sentence
    said.remove(code);
    said.remove(option);
    said.remove(optionAlone);
    if (const std::optional<QString> known = inWindow(said))
        return *known;
    said = words::cleaned(said.toStdString(), longestTrouble);
    if (const QString fault = faultWords(said.toStdString()); fault != said)
        return fault;
    static const char* const unknown = QT_TRANSLATE_NOOP("words", "It did not work. The program says of it:");
    const QString before = Tr::tr(unknown);
    return before == QLatin1String(unknown) ? said : before + QLatin1Char('\n') + said; // English needs no introduction
}

} // namespace kpwatch
