// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/asking_log.h"

#include "app/words/sources.h"

#include <QStringList>

#include <utility>

namespace kpwatch {

QString AskingLog::look(const AskingElsewhere& asking) {
    const bool went_on =
        std::exchange(m_goesOn, asking.asking && !asking.next && (asking.places > 0 || asking.trouble.empty()));
    const bool hindered = std::exchange(m_trouble, asking.trouble) != asking.trouble && !asking.trouble.empty();
    if (m_goesOn)
        return went_on ? QString() : words::askingElsewhere(asking);
    if (!went_on && !hindered)
        return {};
    QStringList said;
    if (went_on && asking.latest && asking.latest->at != m_toldOf) {
        m_toldOf = asking.latest->at;
        said << words::agreement(*asking.latest) + QLatin1Char('.');
    }
    if (const QString more = words::askingElsewhere(asking); !more.isEmpty())
        said << more;
    return said.join(QLatin1Char(' '));
}

} // namespace kpwatch
