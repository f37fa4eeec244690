// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/compared.h"

#include "app/words/tr.h"

namespace kpwatch::words {

QString compared(Agreement agreement) {
    switch (agreement) {
    case Agreement::BothAnswered:
        return Tr::tr("Answered both of us");
    case Agreement::BothSilent:
        return Tr::tr("Answered neither of us");
    case Agreement::OnlyHere:
        return Tr::tr("Answered us, not them");
    case Agreement::OnlyThere:
        return Tr::tr("Answered them, not us");
    case Agreement::OneDesk:
        return Tr::tr("Seen by one of us only");
    case Agreement::Neither:
        return Tr::tr("Seen by neither of us");
    }
    return {};
}

QString comparedLower(Agreement agreement) {
    const QString text = compared(agreement);
    return text.left(1).toLower() + text.mid(1);
}

} // namespace kpwatch::words
