// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/tile_words.h"

#include "app/words/between.h"
#include "app/words/count.h"
#include "app/words/label.h"
#include "app/words/never_answered.h"
#include "app/words/rings.h"
#include "app/words/tr.h"
#include "ui/live/layer_chips.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace kpwatch {

using std::chrono::milliseconds;
using words::Tr;

static milliseconds sinceThen(UtcTime then, UtcTime now) { return now > then ? now - then : milliseconds{0}; }

static bool weAreBlind(Verdict state) { return state == Verdict::OwnConnectionDown; }

// Asked, and not yet heard from.
static bool isFirstCheck(const SiteFacts& facts) {
    const Verdict state = facts.status.state;
    return facts.watching == Watching::Running && facts.http && !facts.http->lastCheck &&
           (state == Verdict::Unknown || state == Verdict::NotMonitored);
}

static QString stateWord(const SiteFacts& facts) {
    const Verdict state = facts.status.state;
    if (facts.watching == Watching::NotStarted && !facts.status.since)
        return facts.recorded ? words::state(Verdict::NotMonitored) : Tr::tr("Not started");
    if (facts.watching == Watching::Observing)
        return words::state(Verdict::NotMonitored);
    if (!facts.switchedOff.isEmpty())
        return Tr::tr("Switched off");
    if (weAreBlind(state))
        return words::state(Verdict::Unknown);
    if (isFirstCheck(facts))
        return Tr::tr("Checking…");
    if (state == Verdict::ErrorPage && facts.frontPage) {
        if (const auto* detail = std::get_if<HttpDetail>(&facts.frontPage->detail); detail && detail->status >= 400)
            return Tr::tr("Error page (%1)").arg(detail->status);
    }
    return words::state(state);
}

static QString downLength(const SiteFacts& facts) {
    if (facts.status.state != Verdict::Down || !facts.status.since)
        return {};
    const QString length = words::duration(sinceThen(*facts.status.since, facts.now));
    const bool startSeen = !facts.http || !facts.http->onset || facts.http->onset->after;
    return startSeen ? length : Tr::tr("at least %1").arg(length);
}

static QString lastKnown(const TargetStatus& http, std::optional<UtcTime> blind_since, UtcTime now) {
    if (!http.lastKnown || !http.lastKnownAt)
        return {};
    const UtcTime at = std::min(*http.lastKnownAt, blind_since.value_or(*http.lastKnownAt));
    const bool today = words::dayKst(at) == words::dayKst(now) && now - at < std::chrono::hours{24};
    const QString when = today ? words::clockWithZone(at) : words::stampKst(at);
    return Tr::tr("Last known: %1, %2").arg(words::stateLower(*http.lastKnown), when);
}

// A window that only reads knows it of the front page alone.
static std::optional<UtcTime> lastGood(const SiteFacts& facts) {
    if (facts.http && facts.http->lastGood)
        return facts.http->lastGood;
    return facts.frontPage ? std::optional(facts.frontPage->endedAt()) : std::nullopt;
}

static QString detailSentence(const SiteFacts& facts) {
    if (facts.watching == Watching::NotStarted && !facts.status.since)
        return facts.recorded ? QString() : Tr::tr("No check sent yet");
    if (facts.watching == Watching::Paused && facts.pausedAt)
        return Tr::tr("Paused by you at %1 %2").arg(words::clockKst(*facts.pausedAt), words::zoneName(*facts.pausedAt));
    if (!facts.switchedOff.isEmpty())
        return words::capital(facts.switchedOff);
    if (!facts.http)
        return {};
    const TargetStatus& http = *facts.http;
    if (isFirstCheck(facts) && !http.lastKnown)
        return Tr::tr("The first check is under way");
    if (http.checking)
        return words::checkingAgain(*http.checking);
    if (http.neverAnswered && http.state == Verdict::Unknown)
        return words::capital(words::neverAnswered(lastGood(facts), facts.now));
    if (QString between = words::between(http.reason).brief;
        facts.status.state == Verdict::Unknown && !between.isEmpty())
        return between;
    if (facts.status.state == Verdict::BlockedHere)
        return Tr::tr("Try another network or way out");
    if (facts.status.state == Verdict::Degraded && http.patchy)
        return http.patchy->lost > 0 ? Tr::tr("%1 of %2 tries lost").arg(http.patchy->lost).arg(http.patchy->tries)
                                     : words::patchy(*http.patchy);
    if (facts.longStanding && facts.status.since)
        return Tr::tr("Since %1 (long-standing)").arg(words::dayKst(*facts.status.since));
    if (weAreBlind(facts.status.state) || facts.status.state == Verdict::Unknown) {
        const QString known = lastKnown(http, facts.status.since, facts.now);
        if (!known.isEmpty())
            return known;
        if (weAreBlind(facts.status.state))
            return Tr::tr("Our own line is down");
        const bool said = http.reason == Reason::Stale && http.failure != Failure::None;
        return words::capital(said ? words::lastResult(http.stage, http.failure) : words::reason(http.reason));
    }
    if (facts.status.state == Verdict::NotMonitored)
        return words::capital(words::reason(http.reason));
    // What the answer before took would read as if it were the last word.
    if (facts.status.state == Verdict::Up && http.lastCheck && http.lastGood && *http.lastGood < *http.lastCheck)
        return Tr::tr("Last check: %1").arg(words::lastResult(http.stage, http.failure));
    if (facts.status.state == Verdict::Up && http.latency) {
        const auto length = std::chrono::round<milliseconds>(*http.latency).count();
        return length > 0 ? Tr::tr("Answered in %1 ms").arg(length) : Tr::tr("Answered in under 1 ms");
    }
    if (http.last10 > 0)
        return Tr::tr("%1 of last %2 checks answered").arg(http.answeredOfLast10).arg(http.last10);
    return {};
}

// Time of day if it was on the same day in Korea, else the whole stamp.
static QString nearStamp(UtcTime time, UtcTime now) {
    if (words::dayKst(time) == words::dayKst(now) && sinceThen(time, now) < std::chrono::hours{24})
        return words::clockWithZone(time);
    return words::stampKst(time);
}

// As short as a tile is wide: of another day the day alone; the hour is in the pane.
static QString nearDay(UtcTime time, UtcTime now) {
    return words::dayKst(time) == words::dayKst(now) ? nearStamp(time, now) : words::weekdayDayKst(time);
}

static void sayLastGood(TileWords& said, UtcTime at, UtcTime now) {
    const QString when = nearStamp(at, now);
    said.lastGood = Tr::tr("Last answer %1").arg(when);
    said.lastGoodShorter = {Tr::tr("Answered %1").arg(when), Tr::tr("Last answer %1").arg(nearDay(at, now))};
}

TileWords tileWords(const SiteFacts& facts) {
    TileWords said;
    const bool open = weAreBlind(facts.status.state) || isFirstCheck(facts);
    said.icon = !facts.switchedOff.isEmpty() ? Verdict::NotMonitored : open ? Verdict::Unknown : facts.status.state;
    said.name = words::label(facts.site.label);
    said.place = words::cleaned(facts.site.host);
    if (facts.http && facts.http->lastCheck) {
        const milliseconds age = sinceThen(*facts.http->lastCheck, facts.now);
        said.place += (said.place.isEmpty() ? QString() : QStringLiteral(" · ")) + words::age(age);
        said.stale = facts.watching == Watching::Running && age > std::chrono::seconds{180};
    }
    said.state = stateWord(facts);
    said.length = downLength(facts);
    said.detail = detailSentence(facts);
    if (const std::optional<UtcTime> good = lastGood(facts))
        sayLastGood(said, *good, facts.now);
    if (facts.frontPage) {
        said.frontPage = frontPageTitle(*facts.frontPage);
        if (const auto changed = frontPageChanged(*facts.frontPage))
            said.changed = Tr::tr("Last changed %1").arg(nearDay(*changed, facts.now));
    }
    said.layers = layerChips(facts);
    return said;
}

QString TileWords::sentence() const { return length.isEmpty() ? state : QStringLiteral("%1 %2").arg(state, length); }

QString TileWords::accessibleName() const { return QStringLiteral("%1, %2").arg(name, sentence()); }

static QStringList filled(const QStringList& parts) {
    QStringList there;
    std::ranges::copy_if(parts, std::back_inserter(there), [](const QString& part) { return !part.isEmpty(); });
    return there;
}

QString TileWords::accessibleDescription() const {
    return filled({detail, lastGood, changed, frontPage, place, spoken(layers)}).join(QStringLiteral(". "));
}

QStringList TileWords::told() const { return filled({name, sentence(), detail, lastGood, changed, frontPage}); }

std::optional<UtcTime> frontPageChanged(const Observation& answer) {
    const auto* detail = std::get_if<HttpDetail>(&answer.detail);
    if (!detail || detail->lastModified.empty())
        return std::nullopt;
    // An HTTP date ends in "GMT"; the mail date that Qt reads wants a number there.
    QString date =
        QString::fromLatin1(detail->lastModified.data(), static_cast<qsizetype>(detail->lastModified.size()));
    date.replace(QStringLiteral("GMT"), QStringLiteral("+0000"));
    const QDateTime when = QDateTime::fromString(date.simplified(), Qt::RFC2822Date);
    if (!when.isValid())
        return std::nullopt;
    const UtcTime changed{milliseconds{when.toMSecsSinceEpoch()}};
    constexpr std::chrono::minutes clocksMayDiffer{5}; // a page that will change is no news of when it did
    return changed <= answer.startedAt + clocksMayDiffer ? std::optional(changed) : std::nullopt;
}

QString frontPageTitle(const Observation& answer) {
    const auto* detail = std::get_if<HttpDetail>(&answer.detail);
    return detail ? words::cleaned(detail->title) : QString{};
}

static FactRow momentRow(const QString& name, UtcTime at) { return {name, words::stampKst(at), words::stampUtc(at)}; }

std::vector<FactRow> factRows(const SiteFacts& facts) {
    std::vector<FactRow> rows;
    rows.push_back({Tr::tr("State"), tileWords(facts).sentence(), detailSentence(facts)});
    if (facts.status.since)
        rows.push_back(momentRow(Tr::tr("Since"), *facts.status.since));
    if (facts.http && facts.http->lastGood)
        rows.push_back(momentRow(Tr::tr("Last answer"), *facts.http->lastGood));
    if (facts.http && facts.http->lastCheck)
        rows.push_back({Tr::tr("Last check"), words::age(sinceThen(*facts.http->lastCheck, facts.now)),
                        words::lastResult(facts.http->stage, facts.http->failure)});
    if (facts.ownLine && facts.ownLine->controls > 0) {
        const QString state = facts.ownLine->state == Verdict::Up                  ? Tr::tr("Working")
                              : facts.ownLine->state == Verdict::OwnConnectionDown ? Tr::tr("Not working")
                                                                                   : words::state(facts.ownLine->state);
        rows.push_back(
            {Tr::tr("Our own line"), state,
             Tr::tr("%1 of %2 test addresses answer").arg(facts.ownLine->controlsUp).arg(facts.ownLine->controls)});
    }
    if (!facts.frontPage)
        return rows;
    const QString title = frontPageTitle(*facts.frontPage);
    rows.push_back({Tr::tr("Front page"), title.isEmpty() ? Tr::tr("No title") : title, {}});
    if (const auto changed = frontPageChanged(*facts.frontPage))
        rows.push_back(momentRow(Tr::tr("Changed"), *changed));
    else
        rows.push_back({Tr::tr("Changed"), Tr::tr("The server does not say"), {}});
    return rows;
}

} // namespace kpwatch
