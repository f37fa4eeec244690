// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/plain_text.h"

#include <QString>

#include <algorithm>

namespace kpwatch {

namespace {

constexpr qsizetype longestName = 64;

QString plain(std::string_view raw) {
    QString text = QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    std::replace_if(
        text.begin(), text.end(), [](QChar letter) { return letter.category() == QChar::Other_Control; },
        QChar(QChar::ReplacementCharacter));
    return text;
}

} // namespace

std::string plainText(std::string_view raw) { return plain(raw).toStdString(); }

std::string quotedName(std::string_view raw) {
    QString name = plain(raw).left(longestName);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return '\'' + name.toStdString() + '\'';
}

} // namespace kpwatch
