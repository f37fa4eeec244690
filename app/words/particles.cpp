// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/particles.h"

namespace kpwatch::words {

namespace {

enum class Final { None, Rieul, Other }; // the consonant a word ends in

// Unicode 15, section 3.12: 28 finals of each syllable, the 8th is ㄹ.
constexpr char16_t firstSyllable = 0xAC00, lastSyllable = 0xD7A3, finals = 28, rieul = 8;

Final finalOf(QChar letter) {
    const char16_t code = letter.unicode();
    if (code >= firstSyllable && code <= lastSyllable) {
        const int final = (code - firstSyllable) % finals;
        return final == 0 ? Final::None : final == rieul ? Final::Rieul : Final::Other;
    }
    if (QStringLiteral("178lLrR").contains(letter))                                 // 일 칠 팔 엘 알
        return letter == QLatin1Char('r') ? Final::None : Final::Rieul;             // "server" is 서버
    return QStringLiteral("036mMnN").contains(letter) ? Final::Other : Final::None; // 영 삼 육 엠 엔
}

Final finalOf(const QString& word) {
    for (auto letter = word.crbegin(); letter != word.crend(); ++letter)
        if (letter->isLetterOrNumber())
            return finalOf(*letter);
    return Final::None;
}

} // namespace

QString with(const QString& word, Particle particle) {
    const Final final = finalOf(word);
    const bool closed = final != Final::None;
    switch (particle) {
    case Particle::Topic:
        return word + (closed ? QStringLiteral("은") : QStringLiteral("는"));
    case Particle::Subject:
        return word + (closed ? QStringLiteral("이") : QStringLiteral("가"));
    case Particle::Object:
        return word + (closed ? QStringLiteral("을") : QStringLiteral("를"));
    case Particle::With:
        return word + (closed ? QStringLiteral("과") : QStringLiteral("와"));
    case Particle::Towards:
        return word + (final == Final::Other ? QStringLiteral("으로") : QStringLiteral("로"));
    }
    return word;
}

} // namespace kpwatch::words
