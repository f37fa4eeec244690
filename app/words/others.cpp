// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/others.h"

#include "app/sentinels.h"
#include "app/words/count.h"
#include "app/words/tr.h"

#include <QStringList>

namespace kpwatch::words {

static QStringList kinds(const Others& counted, QString (*figure)(std::int64_t)) {
    QStringList said;
    const auto add = [&](int count, const QString& one, const QString& many) {
        if (count > 0)
            said << (count == 1 ? one : many).arg(figure(count));
    };
    add(counted.nameServers, Tr::tr("%1 name server"), Tr::tr("%1 name servers"));
    add(counted.mailServers, Tr::tr("%1 mail server"), Tr::tr("%1 mail servers"));
    add(counted.routers, Tr::tr("%1 router"), Tr::tr("%1 routers"));
    add(counted.addresses, Tr::tr("%1 address"), Tr::tr("%1 addresses"));
    return said;
}

Others othersAmong(const std::vector<const Member*>& members, const Watchlist& watchlist) {
    Others counted;
    for (const Member* const member : members) {
        const Target* const target = watchlist.find(member->target);
        if (target == nullptr || !target->site.empty() || isSentinel(*target))
            continue;
        int& kind = target->layer == Layer::Dns    ? counted.nameServers
                    : target->layer == Layer::Mail ? counted.mailServers
                    : target->group == "routers"   ? counted.routers
                                                   : counted.addresses;
        ++kind;
    }
    return counted;
}

QString others(const Others& counted) {
    QStringList said = kinds(counted, &numberWord);
    if (said.isEmpty())
        return Tr::tr("others");
    const QString last = said.takeLast();
    return said.isEmpty() ? last : Tr::tr("%1 and %2").arg(said.join(QStringLiteral(", ")), last);
}

QString shortOthers(const Others& counted) {
    const QStringList said = kinds(counted, [](std::int64_t count) { return QString::number(count); });
    if (said.size() == 1)
        return said.front();
    return said.isEmpty() ? Tr::tr("others") : Tr::tr("%1 others").arg(counted.all());
}

} // namespace kpwatch::words
