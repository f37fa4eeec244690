// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/trouble_words.h"

#include "app/words/tr.h"
#include "app/words/words.h"

#include <QRegularExpression>

#include <array>

namespace kpwatch {

using words::Tr;

// What app/history says of its disk, without the file and the ways out of the command line.
[[maybe_unused]] static constexpr std::array ourTroubles{
    QT_TRANSLATE_NOOP("words", "The record cannot grow, the disk is full: free some space on that disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be read or written, the disk reports an error: check the disk."),
    QT_TRANSLATE_NOOP("words", "The record cannot be written, it or its directory is read-only: make both writable for "
                               "yourself."),
    QT_TRANSLATE_NOOP("words", "The record cannot be opened: check that its directory exists and is yours."),
    QT_TRANSLATE_NOOP("words", "The record is damaged or is no history of KPWatch: keep its directory for salvage."),
    QT_TRANSLATE_NOOP("words", "The record is locked by another program: end that program and try again.")};

QString troubleWords(const std::string& sentence) {
    static const QRegularExpression file(QStringLiteral(R"(^/.*?/history(?:\.db(?:-wal)?)?(?= ))"));
    static const QRegularExpression code(QStringLiteral(R"( \((?:SQLite )?code \d+\))"));
    static const QRegularExpression option(
        QStringLiteral(R"((,? or|;| and) choose another (?:directory|one) with --history)"));
    static const QRegularExpression optionAlone(QStringLiteral(R"( (?:with|by) --history\b)"));
    QString said = words::cleaned(sentence, longestTrouble);
    said.replace(file, QString(QLatin1String("The record"))); // its Korean is that of the whole sentence
    said.remove(code);
    said.remove(option);
    said.remove(optionAlone);
    return Tr::tr(said.toUtf8().constData()); // one of ourTroubles, or as it is
}

} // namespace kpwatch
