// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/count.h"

#include "app/words/tr.h"

#include <QLocale>

namespace kpwatch::words {

QString numberWord(std::int64_t number) {
    switch (number) {
    case 1:
        return Tr::tr("one");
    case 2:
        return Tr::tr("two");
    case 3:
        return Tr::tr("three");
    case 4:
        return Tr::tr("four");
    case 5:
        return Tr::tr("five");
    case 6:
        return Tr::tr("six");
    case 7:
        return Tr::tr("seven");
    case 8:
        return Tr::tr("eight");
    case 9:
        return Tr::tr("nine");
    default:
        return QString::number(number);
    }
}

QString countCapital(int count) { return capital(numberWord(count)); }

QString noneOfSites(int count) {
    return count == 2 ? Tr::tr("Neither of the two sites") : Tr::tr("None of the %1 sites").arg(numberWord(count));
}
QString sitesOf(int count) { return count == 1 ? Tr::tr("one site") : Tr::tr("%1 sites").arg(numberWord(count)); }

QString capital(const QString& text) { return text.left(1).toUpper() + text.mid(1); }

QString dataSize(std::uint64_t bytes) {
    if (bytes < 1024) // QLocale has this one in the language of the computer
        return Tr::tr("%1 bytes").arg(bytes);
    std::uint64_t ofItsUnit = bytes;
    while (ofItsUnit >= 1024)
        ofItsUnit /= 1024;
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), ofItsUnit < 10 ? 1 : 0);
}

} // namespace kpwatch::words
