// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/alert_rules.h"

#include "app/story/hosts.h"
#include "app/words/alert_message.h"
#include "app/words/copy.h"
#include "app/words/told_of.h"

#include <algorithm>

namespace kpwatch {

namespace {

// Sites, or what is no site, that are silent: more than one of them is several.
int partsOf(const Touched& touched) {
    return static_cast<int>(touched.sites.size()) + touched.nameServers + static_cast<int>(touched.others.size());
}

bool isOneSite(const words::IncidentTold& told) {
    const Touched& touched = told.assessment.touched;
    return hostsOf(told.incident, told.watchlist).size() == 1 || (touched.sites.size() == 1 && partsOf(touched) == 1);
}

Loudness loudnessOf(const AlertNews& news, const Recipient& recipient, Moment moment) {
    const bool quiet = recipient.quiet && recipient.quiet->hold(moment.minuteOfDay);
    switch (news.gravity) {
    case Gravity::OneSite:
        return Loudness::Unheard;
    case Gravity::Several:
        return quiet ? Loudness::Unheard : Loudness::Sound;
    case Gravity::CannotWait:
        return Loudness::Sound;
    }
    return Loudness::Unheard;
}

// Seen again as it was, it is told already; so it is while only some of it is seen again.
bool saysTheSame(const SentAlert& sent, const SentAlert& next, bool partly_unseen, bool in_place) {
    if (next.unseen)
        return sent.unseen && next.sentence == sent.sentence;
    if (sent.unseen && partly_unseen && next.back == sent.back)
        return true;
    return next.ofThem == sent.ofThem && !(sent.unseen && in_place);
}

AlertStep changed(const SentAlert& sent, SentAlert next, const AlertNews& news, Loudness loudness, bool in_place) {
    next.heard = std::max(sent.heard, loudness);
    next.gravity = std::max(sent.gravity, next.gravity); // what was grave stays so until it is over
    next.ofThem = next.unseen ? sent.ofThem : news.ofThem;
    if (next.incident == sent.incident && next.stage == sent.stage && next.gravity == sent.gravity &&
        next.heard == sent.heard && saysTheSame(sent, next, news.partlyUnseen, in_place))
        return {AlertAct::Nothing, Loudness::Unheard, sent};
    return {AlertAct::Change, loudness, next, {}, next.stage != sent.stage};
}

} // namespace

AlertNews newsOf(const words::IncidentTold& told, bool own_line_works, bool asking_elsewhere) {
    const Incident& incident = told.incident;
    AlertNews news;
    news.incident = incident.id;
    news.aliases = incident.aliases;
    news.firstFailure = incident.firstFailure();
    news.routesGone = words::leftTheTables(told.assessment);
    const words::ToldOf of = words::toldOf(told);
    const bool sitesBack = !of.yetSilent.empty();
    const bool none = words::incidentClause(told).none && !sitesBack;
    news.gravity = none || news.routesGone ? Gravity::CannotWait
                   : isOneSite(told)       ? Gravity::OneSite
                                           : Gravity::Several;
    news.over = incident.over();
    news.toldApart = incident.longStanding;
    news.takenBack = incident.falseAlarm;
    news.unseen = of.unseenFrom.has_value();
    const std::vector<const Member*> hosts = hostsOf(incident, told.watchlist);
    news.back = static_cast<int>(std::ranges::count_if(hosts, &Member::over));
    news.partlyUnseen =
        !news.over &&
        (sitesBack ? of.yetSilent : of.members).size() + static_cast<std::size_t>(news.back) < hosts.size();
    const words::AlertMessage message = words::alertMessage(told, own_line_works, asking_elsewhere);
    news.sentence = message.sentence.toStdString();
    news.more = message.more.toStdString();
    const words::AlertMessage of_them = words::alertMessage(told, false, asking_elsewhere);
    news.ofThem = (of_them.sentence + of_them.more).toStdString();
    return news;
}

AlertNews ownLineNews(UtcTime down_since, std::optional<UtcTime> back_at) {
    const words::AlertMessage message = words::ownLineMessage(down_since, back_at);
    AlertNews news;
    news.incident = "our-own-line-" + isoUtc(down_since);
    news.firstFailure = down_since;
    news.over = back_at.has_value();
    news.sentence = message.sentence.toStdString();
    news.more = message.more.toStdString();
    news.ofThem = news.sentence + news.more;
    return news;
}

AlertStage stageOf(const AlertNews& news, const Settings& settings, UtcTime now) {
    if (!news.confirmed)
        return AlertStage::Checking;
    if (news.over)
        return AlertStage::Over;
    const bool lasted = now - news.firstFailure >= std::chrono::seconds(settings.announce_span_s);
    return lasted || news.routesGone ? AlertStage::Announced : AlertStage::Confirmed;
}

bool QuietHours::hold(int minute) const {
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

const SentAlert* sentOf(const AlertNews& news, const std::vector<SentAlert>& sent) {
    const auto found = std::find_if(sent.begin(), sent.end(), [&](const SentAlert& each) {
        return each.incident == news.incident ||
               std::find(news.aliases.begin(), news.aliases.end(), each.incident) != news.aliases.end();
    });
    return found == sent.end() ? nullptr : &*found;
}

AlertStep nextAlert(const AlertNews& news, const std::optional<SentAlert>& sent, const Recipient& recipient,
                    const Settings& settings, Moment moment) {
    if (news.takenBack || news.toldApart)
        return sent ? AlertStep{AlertAct::Withdraw, Loudness::Unheard, *sent} : AlertStep{};
    const AlertStage stage = stageOf(news, settings, moment.now);
    const SentAlert next{news.incident, stage,       news.gravity, Loudness::Unheard, news.sentence,
                         news.more,     news.unseen, news.ofThem,  news.back};
    switch (stage) {
    case AlertStage::Checking:
    case AlertStage::Confirmed:
        return {}; // the screen shows it
    case AlertStage::Announced: {
        if (!sent && (news.unseen || news.gravity < recipient.least))
            return {};
        const Loudness loudness = loudnessOf(news, recipient, moment);
        SentAlert fresh = next;
        fresh.heard = loudness;
        if (!sent)
            return {AlertAct::Post, loudness, fresh};
        if (sent->stage == AlertStage::Over) // it came again, and is told like a new one
            return {AlertAct::Change, loudness, fresh};
        const bool graver = news.gravity > sent->gravity;
        const bool unheard = loudness > sent->heard && news.gravity == Gravity::CannotWait;
        return changed(*sent, next, news, graver || unheard ? loudness : Loudness::Unheard, recipient.inPlace);
    }
    case AlertStage::Over:
        return sent ? changed(*sent, next, news, Loudness::Unheard, recipient.inPlace)
                    : AlertStep{}; // it was short: nobody was told
    }
    return {};
}

} // namespace kpwatch
