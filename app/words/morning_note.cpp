// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/morning_note.h"

#include "app/words/count.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/korean_time.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/particles.h"
#include "app/words/sources.h"
#include "app/words/words.h"

#include <algorithm>
#include <functional>

namespace kpwatch::words {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::hours aDay{24};
constexpr milliseconds slack = std::chrono::minutes(2); // a question is a little older than the look
constexpr int longestLabel = 60, mostNamed = 3;

// Both languages are written here, not translated: their sentences differ in more than their words.
QString plain(const char* utf8) { return QString::fromUtf8(utf8); }

milliseconds within(const std::vector<Span>& spans, Verdict verdict) {
    milliseconds sum{0};
    for (const Span& span : spans)
        if (span.verdict == verdict)
            sum += span.range.length();
    return sum;
}

MorningSite siteOf(const Lane& lane, TimeRange range) {
    const std::vector<Span> spans = spansWithin(lane.spans, range);
    MorningSite site;
    site.label = lane.label;
    DownLength all;
    for (const DownLength& length : downLengths(spans)) {
        all.nominal += std::min(length.nominal, length.range.length()); // of these 24 hours only
        all.certain += std::min(length.certain, length.range.length());
        all.uncertainty += length.uncertainty;
        all.atLeast = all.atLeast || length.atLeast;
        all.open = length.open;
    }
    site.down = all.nominal;
    site.atLeast = all.atLeast;
    if (all.nominal >= std::chrono::minutes(1)) { // as tiles and lanes say it
        const RoundedLength its = shown(all);
        site.down = its.figure;
        site.about = its.kind == RoundedLength::Kind::About;
    }
    site.errorPage = within(spans, Verdict::ErrorPage);
    site.blocked = within(spans, Verdict::BlockedHere);
    site.answered = within(spans, Verdict::Up) + within(spans, Verdict::Degraded) > milliseconds(0);
    site.downNow = !spans.empty() && spans.back().verdict == Verdict::Down;
    return site;
}

MorningRoutes routesOf(const std::vector<const Lane*>& sides, const std::vector<std::string>& sources,
                       TimeRange range) {
    MorningRoutes routes;
    routes.sources = sources;
    routes.throughout = true;
    for (const Lane* const side : sides) {
        const std::vector<Span> spans = spansWithin(side->spans, range);
        routes.gone = std::max(routes.gone, within(spans, Verdict::Down));
        routes.partly = std::max(routes.partly, within(spans, Verdict::Degraded));
        routes.throughout = routes.throughout && within(spans, Verdict::Up) >= range.length() - slack;
    }
    return routes;
}

// --- in English ---

// "8:40 a.m. Tuesday".
QString hourOf(UtcTime time) {
    const QDateTime there = inKorea(time);
    const int hour = there.time().hour();
    return plain("%1:%2 %3 %4")
        .arg(hour % 12 == 0 ? 12 : hour % 12)
        .arg(there.time().minute(), 2, 10, QLatin1Char('0'))
        .arg(hour < 12 ? plain("a.m.") : plain("p.m."), QLocale::c().toString(there, u"dddd"));
}

// Of how long something was, the site's own words: it may be a bound or a round figure.
enum class Known { Exactly, About, AtLeast };

Known howWell(const MorningSite& site, milliseconds MorningSite::*length) {
    if (site.atLeast)
        return Known::AtLeast;
    return site.about && length == &MorningSite::down ? Known::About : Known::Exactly;
}

QString lengthOf(milliseconds length, Known known = Known::Exactly) {
    constexpr milliseconds minute = std::chrono::minutes(1);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
    QString text = plain("under 1 min");
    if (length >= minute)
        text = minutes < 60        ? plain("%1 min").arg(minutes)
               : minutes % 60 == 0 ? plain("%1 h").arg(minutes / 60)
                                   : plain("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    switch (known) {
    case Known::Exactly:
        return text;
    case Known::About:
        return plain("about ") + text;
    case Known::AtLeast:
        return plain("at least ") + (length < minute ? plain("some seconds") : text);
    }
    return text;
}

struct Sorted {
    std::vector<const MorningSite*> down, error, blocked, unseen, fine;
};
Sorted sorted(const MorningNote& note) {
    Sorted sorted;
    for (const MorningSite& site : note.sites) {
        if (site.down > milliseconds(0))
            sorted.down.push_back(&site);
        else if (site.errorPage > milliseconds(0))
            sorted.error.push_back(&site);
        else if (site.blocked > milliseconds(0))
            sorted.blocked.push_back(&site);
        else if (site.answered)
            sorted.fine.push_back(&site);
        else
            sorted.unseen.push_back(&site);
    }
    std::ranges::stable_sort(sorted.down, std::greater(), &MorningSite::down); // few are named
    return sorted;
}

QString labelOf(const MorningSite& site) { return cleaned(site.label, longestLabel); }

QString allAnswered(std::size_t count) {
    if (count == 1)
        return plain("the one site answered");
    if (count == 2)
        return plain("both sites answered");
    return plain("all %1 sites answered").arg(numberWord(static_cast<int>(count)));
}

// Of those that are not named, who still does not answer.
std::size_t stillSilent(const std::vector<const MorningSite*>& sites) {
    return static_cast<std::size_t>(
        std::count_if(sites.begin() + mostNamed, sites.end(), [](const MorningSite* site) { return site->downNow; }));
}

void addNamed(QStringList& said, const std::vector<const MorningSite*>& sites, const QString& verb,
              milliseconds MorningSite::*length) {
    for (std::size_t i = 0; i < sites.size() && i < mostNamed; ++i)
        said << plain("%1 %2 for %3")
                        .arg(labelOf(*sites[i]), verb, lengthOf(sites[i]->*length, howWell(*sites[i], length))) +
                    (sites[i]->downNow ? plain(" and still does not") : QString());
    if (sites.size() <= mostNamed)
        return;
    const std::size_t more = sites.size() - mostNamed, still = stillSilent(sites);
    QString others = plain("%1 more %2 at times").arg(more).arg(verb);
    if (still > 0)
        others += (still == more ? plain(" and still %1 not") : plain(", and %1 of them still %2 not").arg(still))
                      .arg(still == 1 ? plain("does") : plain("do"));
    said << others;
}

QString whoAnswered(const MorningNote& note) {
    const Sorted all = sorted(note);
    if (all.fine.size() == note.sites.size())
        return allAnswered(note.sites.size());
    QStringList said;
    addNamed(said, all.down, plain("did not answer"), &MorningSite::down);
    addNamed(said, all.error, plain("showed an error page"), &MorningSite::errorPage);
    addNamed(said, all.blocked, plain("was blocked on this network"), &MorningSite::blocked);
    for (std::size_t i = 0; i < all.unseen.size() && i < mostNamed; ++i)
        said << plain("of %1 nothing can be said").arg(labelOf(*all.unseen[i]));
    if (all.unseen.size() > mostNamed)
        said << plain("of %1 more nothing can be said").arg(all.unseen.size() - mostNamed);
    if (!all.fine.empty())
        said << (all.fine.size() == 1
                     ? plain("the other one answered")
                     : plain("the other %1 answered").arg(numberWord(static_cast<int>(all.fine.size()))));
    return said.join(plain("; "));
}

QString routesSentence(const MorningRoutes& routes, const QString& sources) {
    if (routes.gone > milliseconds(0))
        return plain("Routes gone for %1 (%2).")
            .arg(lengthOf(routes.gone, routes.throughout ? Known::Exactly : Known::AtLeast), sources);
    if (routes.partly > milliseconds(0))
        return plain("Routes visible in part for %1 (%2).").arg(lengthOf(routes.partly), sources);
    return (routes.throughout ? plain("Routes visible throughout (%1).")
                              : plain("Routes visible whenever they were looked at (%1)."))
        .arg(sources);
}

QString english(const MorningNote& note, const QString& sources) {
    const QString to = plain("In the 24 hours to %1 Korea time ").arg(hourOf(note.asOf));
    if (note.watched < std::chrono::minutes(1))
        return to + plain("nobody watched.") +
               (note.routes ? QLatin1Char(' ') + routesSentence(*note.routes, sources) : QString());
    QString text = to + plain("we watched %1; %2.").arg(lengthOf(note.watched), whoAnswered(note));
    if (note.ownLineDown >= std::chrono::minutes(1))
        text += plain(" Our own line was down for %1.").arg(lengthOf(note.ownLineDown));
    if (note.routes)
        text += QLatin1Char(' ') + routesSentence(*note.routes, sources);
    return text;
}

// --- in Korean ---

QString koreanHour(UtcTime time) {
    const QDateTime there = inKorea(time);
    const int hour = there.time().hour(), minute = there.time().minute();
    QString text =
        plain("%1 %2 %3시")
            .arg(QLocale(QLocale::Korean).toString(there, u"dddd"), hour < 12 ? plain("오전") : plain("오후"))
            .arg(hour % 12 == 0 ? 12 : hour % 12);
    if (minute != 0)
        text += plain(" %1분").arg(minute);
    return text;
}

QString koreanLength(milliseconds length, Known known) {
    const QString before = known == Known::AtLeast ? plain("최소 ") : known == Known::About ? plain("약 ") : QString();
    const bool brief = known == Known::AtLeast && length < std::chrono::minutes(1);
    return before + (brief ? plain("몇 초") : korean::duration(length));
}

QString koreanNumber(std::size_t count) {
    constexpr const char* words[] = {"한", "두", "세", "네"};
    return count >= 1 && count <= std::size(words) ? plain(words[count - 1]) : QString::number(count);
}

QString koreanOfSites(std::size_t count) {
    return count <= 4 ? koreanNumber(count) + plain(" 곳") : plain("%1곳").arg(count);
}

// As the window names it: these words are read in a Korean one.
QString koreanLabelOf(const MorningSite& site) { return label(site.label, longestLabel); }

QString koreanAll(std::size_t count) {
    return count == 1 ? plain("사이트 한 곳은 응답했다") : plain("사이트 %1 모두 응답했다").arg(koreanOfSites(count));
}

void addKorean(QStringList& said, const std::vector<const MorningSite*>& sites, const QString& did,
               milliseconds MorningSite::*length) {
    for (std::size_t i = 0; i < sites.size() && i < mostNamed; ++i)
        said << with(koreanLabelOf(*sites[i]), Particle::Topic) + QLatin1Char(' ') +
                    plain("%1 동안 ").arg(koreanLength(sites[i]->*length, howWell(*sites[i], length))) + did +
                    (sites[i]->downNow ? plain("(아직 응답 없음)") : QString());
    if (sites.size() <= mostNamed)
        return;
    const std::size_t more = sites.size() - mostNamed, still = stillSilent(sites);
    QString others = plain("그 밖의 %1도 때때로 ").arg(koreanOfSites(more)) + did;
    if (still > 0)
        others +=
            still == more ? plain("(아직 응답 없음)") : plain("(그중 %1은 아직 응답 없음)").arg(koreanOfSites(still));
    said << others;
}

QString koreanAnswers(const MorningNote& note) {
    const Sorted all = sorted(note);
    if (all.fine.size() == note.sites.size())
        return koreanAll(note.sites.size()) + QLatin1Char('.');
    QStringList said;
    addKorean(said, all.down, plain("응답하지 않았다"), &MorningSite::down);
    addKorean(said, all.error, plain("오류 화면을 보였다"), &MorningSite::errorPage);
    addKorean(said, all.blocked, plain("이 회선에서 차단됐다"), &MorningSite::blocked);
    for (std::size_t i = 0; i < all.unseen.size() && i < mostNamed; ++i)
        said << with(koreanLabelOf(*all.unseen[i]), Particle::Topic) + plain(" 판단할 수 없다");
    if (all.unseen.size() > mostNamed)
        said << plain("그 밖의 %1도 판단할 수 없다").arg(koreanOfSites(all.unseen.size() - mostNamed));
    if (!all.fine.empty())
        said << plain("나머지 %1은 응답했다").arg(koreanOfSites(all.fine.size()));
    return said.join(plain(". ")) + QLatin1Char('.');
}

QString koreanRoutes(const MorningRoutes& routes, const QString& sources) {
    if (routes.gone > milliseconds(0))
        return plain("경로는 %1 동안 사라졌다(%2).")
            .arg(koreanLength(routes.gone, routes.throughout ? Known::Exactly : Known::AtLeast), sources);
    if (routes.partly > milliseconds(0))
        return plain("경로는 %1 동안 일부만 보였다(%2).").arg(koreanLength(routes.partly, Known::Exactly), sources);
    return (routes.throughout ? plain("경로는 내내 보였다(%1).") : plain("경로는 확인한 때마다 보였다(%1)."))
        .arg(sources);
}

QString inKoreanWords(const MorningNote& note, const QString& sources) {
    const QString to = plain("%1(한국 시간)까지 24시간 동안 ").arg(koreanHour(note.asOf));
    const QString routes = note.routes ? QLatin1Char(' ') + koreanRoutes(*note.routes, sources) : QString();
    if (note.watched < std::chrono::minutes(1))
        return to + plain("아무도 관측하지 않았다.") + routes;
    QString text = to + plain("%1을 관측했다. %2").arg(korean::duration(note.watched), koreanAnswers(note));
    if (note.ownLineDown >= std::chrono::minutes(1))
        text += plain(" 자체 회선 장애가 %1 동안 있었다.").arg(korean::duration(note.ownLineDown));
    return text + routes;
}

} // namespace

std::optional<MorningNote> morningNote(const Timeline& timeline, const std::vector<std::string>& route_sources,
                                       UtcTime as_of) {
    const TimeRange range{as_of - aDay, as_of};
    if (timeline.range.begin > range.begin || timeline.range.end < range.end - slack)
        return std::nullopt;
    MorningNote note{.asOf = as_of, .simulated = timeline.simulated};
    std::vector<const Lane*> sides;
    for (const Lane& lane : timeline.lanes) {
        if (lane.kind == LaneKind::Site)
            note.sites.push_back(siteOf(lane, range));
        else if (lane.kind == LaneKind::Routes)
            sides.push_back(&lane);
        else if (lane.kind == LaneKind::OwnLine) {
            const std::vector<Span> spans = spansWithin(lane.spans, range);
            note.watched = range.length() - within(spans, Verdict::NotMonitored);
            note.ownLineDown = within(spans, Verdict::OwnConnectionDown);
        }
    }
    if (note.sites.empty())
        return std::nullopt;
    if (!sides.empty() && !route_sources.empty())
        note.routes = routesOf(sides, route_sources, range);
    return note;
}

QString sentenceOf(const MorningNote& note, CopyLanguage language) {
    QStringList sources;
    if (note.routes)
        for (const std::string& source : note.routes->sources)
            sources << sourceName(source);
    const QString told = sources.join(plain(", "));
    const bool inKorean = language == CopyLanguage::Korean;
    const QString simulated = inKorean ? plain("[모의] ") : plain("SIMULATED: ");
    return (note.simulated ? simulated : QString()) + (inKorean ? inKoreanWords(note, told) : english(note, told));
}

QString sentenceOf(const MorningNote& note) {
    return sentenceOf(note,
                      words::language().language() == QLocale::Korean ? CopyLanguage::Korean : CopyLanguage::English);
}

} // namespace kpwatch::words
