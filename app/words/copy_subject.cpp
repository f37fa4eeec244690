// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/copy_subject.h"

#include "app/words/tr.h"

#include <QRegularExpression>

namespace kpwatch::words {

QString copySubject(const IncidentTold& told) {
    QString subject = incidentClause(told).subject;
    const ToldOf of = toldOf(told);
    if (of.who.sites.size() == 1 && !of.none)
        return Tr::tr("North Korea's %1 site").arg(subject);
    if (of.who.sites.empty() && of.members.size() == 1)
        return of.who.nameServers == 1 ? Tr::tr("The North Korean name server %1").arg(subject)
                                       : Tr::tr("The North Korean address %1").arg(subject);
    subject.replace(QRegularExpression(QStringLiteral("\\b(sites|name servers|addresses)$")),
                    QStringLiteral("North Korean \\1"));
    return subject;
}

QString copyVerb(const Clause& clause, const ToldOf& of) {
    if (!of.now)
        return clause.predicate;
    if (of.none)
        return Tr::tr("has answered", "none of them");
    const bool one = of.who.sites.empty() ? of.who.nameServers < 2 && of.members.size() == 1 : of.who.sites.size() == 1;
    return one ? Tr::tr("has not answered") : Tr::tr("have not answered");
}

} // namespace kpwatch::words
