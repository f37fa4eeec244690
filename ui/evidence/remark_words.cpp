// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/remark_words.h"

#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch {

using words::Tr;

QString remarkWords(const PackRemark& remark) {
    switch (remark.kind) {
    case PackRemark::Kind::ShortBefore:
        return Tr::tr("The record begins less than eight days before the incident, or its older checks were removed: "
                      "what was usual is known from the rest.");
    case PackRemark::Kind::AnotherTarget:
        return Tr::tr("Not in the pack, since it was another thing in another list: %1")
            .arg(words::cleaned(remark.target));
    case PackRemark::Kind::AnswersByHash:
        return Tr::tr("Some answers of public sources are in the pack by their hash alone: they name this computer, or "
                      "are too much.");
    case PackRemark::Kind::ToldOtherwise:
        return Tr::tr("Made again from the rows in the pack, the incident is not quite what the record shows, because "
                      "those were judged with more rows before them or by other rules: both are in the pack.");
    case PackRemark::Kind::NotSealed:
        return Tr::tr("None of its days is sealed yet: seals are made after midnight UTC.");
    }
    return {};
}

} // namespace kpwatch
