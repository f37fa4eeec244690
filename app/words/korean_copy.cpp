// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/korean_copy.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"
#include "app/words/copy_sentences.h"
#include "app/words/down_length.h"
#include "app/words/expert_table.h"
#include "app/words/korea_time.h"
#include "app/words/korean_time.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/others.h"
#include "app/words/particles.h"
#include "app/words/sources.h"
#include "app/words/told_of.h"
#include "app/words/words.h"

#include <algorithm>
#include <array>

namespace kpwatch::words::korean {

namespace {

constexpr int labelLength = 60;
constexpr qsizetype namedAtMost = 3;

// As the Korean press writes them; 외무성 is North Korea's, 외교부 would be the South's.
struct KoreanName {
    const char *site, *name;
};
constexpr std::array knownNames{KoreanName{"kcna", "조선중앙통신"}, KoreanName{"naenara", "내나라"},
                                KoreanName{"airkoryo", "고려항공"}, KoreanName{"mfa", "외무성"},
                                KoreanName{"rodong", "노동신문"},   KoreanName{"vok", "조선의 소리"}};

// What the watchlist calls it, in Korean whatever the window speaks.
QString called(const std::string& raw) {
    const InLanguage spoken(QStringLiteral("ko"));
    return label(raw, labelLength);
}

QString nameOf(const Watchlist& watchlist, const Target& target) {
    return isPageOfSite(watchlist, target) ? siteName(watchlist, target.site)
                                           : called(hostName(target, watchlist).label);
}

// Who did not answer, with and without the particle of a subject: "북한 사이트 4곳" + "이 모두".
struct Subject {
    QString plain, sentence;
};

Subject counted(const QString& things, int count, int of, const QString& unit) {
    const QString all = QStringLiteral("%1 %2%3").arg(things).arg(of).arg(unit);
    if (count == of)
        return {all + QStringLiteral(" 모두"), with(all, Particle::Subject) + QStringLiteral(" 모두")};
    const QString some = QStringLiteral("%1 중 %2%3").arg(all).arg(count).arg(unit);
    return {some, with(some, Particle::Subject)};
}

Subject subjectOf(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    const int sites = static_cast<int>(of.who.sites.size());
    if (sites == 1 && !of.none) {
        const QString site = QStringLiteral("북한 %1 사이트").arg(siteName(told.watchlist, of.who.sites.front()));
        return {site, with(site, Particle::Subject)};
    }
    if (sites > 0)
        return counted(QStringLiteral("북한 사이트"), of.none ? of.who.sitesWatched : sites, of.who.sitesWatched,
                       QStringLiteral("곳"));
    if (of.who.nameServers > 1)
        return counted(QStringLiteral("북한 네임서버"), of.who.nameServers, of.who.nameServersWatched,
                       QStringLiteral("대"));
    QString other = QStringLiteral("북한 주소 %1개").arg(of.members.size());
    if (of.members.size() == 1) {
        const Target* const target = told.watchlist.find(of.members.front()->target);
        other = QStringLiteral("북한 %1").arg(target == nullptr ? QStringLiteral("주소 1개")
                                                                : called(hostName(*target, told.watchlist).label));
    }
    return {other, with(other, Particle::Subject)};
}

QString asker(const CopyFrom& from) {
    if (from.newsroom.isEmpty())
        return from.place.isEmpty() ? QStringLiteral("컴퓨터 한 대로 한 접속 점검에")
                                    : QStringLiteral("%1에서 컴퓨터 한 대로 한 접속 점검에").arg(from.place);
    return from.place.isEmpty()
               ? QStringLiteral("%1 한 접속 점검에").arg(with(from.newsroom, Particle::Subject))
               : QStringLiteral("%1 %2에서 한 접속 점검에").arg(with(from.newsroom, Particle::Subject), from.place);
}

QString mark(const IncidentTold& told) {
    return (told.simulated ? QStringLiteral("[모의] ") : QString()) +
           (told.incident.falseAlarm ? QStringLiteral("[오경보로 표시됨] ") : QString());
}

QString length(std::chrono::milliseconds whole, const HowKnown& known) {
    const RoundedLength rounded = words::rounded(whole, known);
    switch (rounded.kind) {
    case RoundedLength::Kind::Exact:
        return duration(rounded.figure);
    case RoundedLength::Kind::About:
        return QStringLiteral("약 ") + duration(rounded.figure);
    case RoundedLength::Kind::AtLeast:
        return QStringLiteral("최소 ") +
               (rounded.figure < std::chrono::minutes{1} ? QStringLiteral("몇 초") : duration(rounded.figure));
    }
    return {};
}

QString inAll(const QString& length, bool several) { return several ? QStringLiteral("합쳐서 ") + length : length; }

QString subjectLength(const IncidentTold& told, const ToldOf& of) {
    if (of.none)
        return inAll(length(told.incident.none->length, told.incident.none->known), cameAndWent(*told.incident.none));
    const SeenSilent seen = seenSilent(of, told.asOf);
    const QString shortest = length(seen.shortest, seen.ofShortest), longest = length(seen.longest, seen.ofLongest);
    if (seen.atLeast)
        return inAll(shortest + (seen.differMuch() ? QStringLiteral("~") + duration(seen.longest) : QString()),
                     seen.inAll);
    return inAll((shortest != longest ? QStringLiteral("최장 ") : QString()) + longest, seen.inAll);
}

// "30분간", but "1시간 동안": 간 does not follow itself, nor "미만".
QString lasting(const QString& length) {
    const bool apart = length.endsWith(QStringLiteral("시간")) || length.endsWith(QStringLiteral("미만"));
    return length + (apart ? QStringLiteral(" 동안") : QStringLiteral("간"));
}

// "네임서버 1대·메일 서버 2대".
QString othersOf(const std::vector<const Member*>& members, const Watchlist& watchlist) {
    const Others counted = othersAmong(members, watchlist);
    QStringList said;
    const auto add = [&](int count, const QString& kind) {
        if (count > 0)
            said << kind.arg(count);
    };
    add(counted.nameServers, QStringLiteral("네임서버 %1대"));
    add(counted.mailServers, QStringLiteral("메일 서버 %1대"));
    add(counted.routers, QStringLiteral("라우터 %1대"));
    add(counted.addresses, QStringLiteral("주소 %1개"));
    return said.isEmpty() ? QStringLiteral("다른 주소") : said.join(QStringLiteral("·"));
}

// Said of those that were never all silent at one moment.
QString eachApart(const ToldOf& of) { return of.together ? QString() : QStringLiteral("저마다 다른 때에 "); }

// Who, and how long, since when, or when last seen.
QString notice(const QString& subject, const IncidentTold& told, CopyStyle style) {
    const ToldOf of = toldOf(told);
    const auto sites = static_cast<int>(of.who.sites.size());
    if (!of.yetSilent.empty())
        return (of.yetUnseenFrom ? QStringLiteral("%1 %2까지 다시 응답, %3 마지막 관측 때 응답 없음")
                                 : QStringLiteral("%1 %2까지 다시 응답, %3 아직 응답 없음"))
            .arg(sites > 1 && sites < of.who.sitesWatched ? QStringLiteral("응답 없던 북한 사이트 %1곳").arg(sites)
                                                          : subject,
                 clockOf(*of.backBy, told.asOf, style), othersOf(of.yetSilent, told.watchlist));
    if (of.unseenFrom)
        return QStringLiteral("%1 %2 마지막 관측 때 응답 없음").arg(subject, clockOf(*of.unseenFrom, told.asOf, style));
    if (!of.now)
        return QStringLiteral("%1 %2%3 응답 없었음").arg(subject, eachApart(of), lasting(subjectLength(told, of)));
    const Onset since = incidentClause(told).since;
    return QStringLiteral("%1 %2부터 응답 없음").arg(subject, sinceClock(since, told.asOf, style));
}

QString alert(const IncidentTold& told, CopyStyle style) {
    QString text;
    const QString marks = (told.simulated ? QStringLiteral("[모의] ") : QString()) +
                          (told.incident.falseAlarm ? QStringLiteral("[오경보] ") : QString());
    for (const QString& subject : {subjectOf(told).plain, QStringLiteral("북한 주소")}) {
        text = marks + notice(subject, told, style);
        if (text.size() <= alertLength)
            break;
    }
    return text;
}

QString opening(const IncidentTold& told, const CopyFrom& from) {
    const Onset since = incidentClause(told).since;
    const QString who = QStringLiteral("%1 %2").arg(asker(from), subjectOf(told).sentence);
    if (toldOf(told).now)
        return QStringLiteral("%1 %2 응답하지 않고 있다.").arg(who, sinceWhen(since, told.asOf, from.style));
    return QStringLiteral("%1 %2부터 %3응답하지 않았다.")
        .arg(who, whenChanged(since, told.asOf, from.style), eachApart(toldOf(told)));
}

QString lastAnswer(const IncidentTold& told, CopyStyle style) {
    const Onset since = incidentClause(told).since;
    return toldOf(told).now && since.after && beganUnseen(since)
               ? QStringLiteral("마지막 응답이 관측된 것은 %1이다.").arg(atMoment(*since.after, told.asOf, style))
               : QString();
}

QString blockedHere(const IncidentTold& told) {
    QStringList names;
    for (const std::string& site : told.assessment.touched.sitesBlocked)
        names << siteName(told.watchlist, site);
    return names.isEmpty() ? QString()
                           : QStringLiteral("이 컴퓨터의 회선에서 막혀 있어 판단하지 않은 사이트: %1.")
                                 .arg(names.join(QStringLiteral(", ")));
}

QString backToo(const QString& who, UtcTime by, const IncidentTold& told, CopyStyle style) {
    return QStringLiteral("함께 응답하지 않던 %1 %2까지 다시 응답했다.")
        .arg(with(who, Particle::Topic), atMoment(by, told.asOf, style));
}

QString offTheList(const std::vector<const Member*>& off, const IncidentTold& told, CopyStyle style) {
    QStringList names;
    for (const Member* const member : off)
        if (const Target* const target = told.watchlist.find(member->target))
            names << nameOf(told.watchlist, *target);
    if (names.isEmpty())
        return {};
    const QString who =
        names.size() == 1 ? names.front() : QStringLiteral("응답하지 않던 곳 가운데 %1곳").arg(names.size());
    return QStringLiteral("%1 %2 이후 관측 대상에서 빠졌다.")
        .arg(with(who, Particle::Topic), atMoment(offFrom(off), told.asOf, style));
}

QString returned(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    QStringList names;
    for (const std::string& site : of.sitesBack)
        names << siteName(told.watchlist, site);
    const QString back =
        names.isEmpty() ? QString() : backToo(names.join(QStringLiteral("·")), *of.backBy, told, style);
    return sentences({back, offTheList(of.off, told, style)});
}

QString othersReturned(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const auto by = othersBackBy(of);
    return by ? backToo(othersOf(of.othersBack, told.watchlist), *by, told, style) : QString();
}

QString cut(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    if (told.assessment.lineChanged)
        return QStringLiteral("%1에 우리 회선이 바뀌어 그 뒤는 같은 방식으로 관측되지 않았다.")
            .arg(atMoment(*told.incident.cutAt, told.asOf, style));
    const CutShort its = cutShort(of);
    const QString gone = offTheList(its.silent, told, style);
    if (!its.othersBack)
        return gone;
    const QString again = its.oneBack ? QStringLiteral("나머지 하나가 다시 응답한 것은 %1다.")
                                      : QStringLiteral("나머지가 모두 다시 응답한 것은 %1다.");
    return sentences({gone, again.arg(whenChanged(*its.othersBack, told.asOf, style))});
}

QString notYet(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    QStringList names;
    for (const Member* const member : of.yetSilent)
        if (const Target* const target = told.watchlist.find(member->target))
            names << called(hostName(*target, told.watchlist).label);
    if (names.isEmpty())
        return {};
    const QString who = othersOf(of.yetSilent, told.watchlist);
    const QString all =
        names.size() > namedAtMost ? who : QStringLiteral("%1(%2)").arg(who, names.join(QStringLiteral(", ")));
    return of.yetUnseenFrom ? QStringLiteral("%1 마지막 관측 때 응답하지 않던 것: %2.")
                                  .arg(atMoment(*of.yetUnseenFrom, told.asOf, style), all)
                            : QStringLiteral("아직 응답하지 않는 것: %1.").arg(all);
}

QString inBetween(const ToldOf& of) {
    const InBetween its = answeredInBetween(of);
    return !its.some                          ? QString()
           : its.all && of.subject.size() > 1 ? QStringLiteral("그 사이 모두 응답한 때가 있었다.")
                                              : QStringLiteral("그 사이 응답한 때도 있었다.");
}

QString recovered(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const auto [its, alone, pages] = answeredAgain(told, of);
    const std::optional<Onset> latest = lastBack(of);
    const QString when = its.ended ? whenChanged(*its.ended, told.asOf, style) : QString(),
                  lastAt = latest ? whenChanged(*latest, told.asOf, style) : when;
    // Nobody later than them, as it is printed.
    const bool last = when == lastAt || !its.ended || latest->by < its.ended->by;
    const QString all = alone ? QString() : QStringLiteral("모두 ");
    const QString again = its.ended ? QStringLiteral("%1다시 응답한 것은 %2다.").arg(all, when)
                                    : QStringLiteral("모두 다시 응답한 것은 관측되지 않았다.");
    const QString page = pages == 0 || !its.ended ? QString()
                         : alone                  ? QStringLiteral("오류 화면으로 응답했다.")
                                 : QStringLiteral("이 가운데 %1곳은 오류 화면으로 응답했다.").arg(pages);
    const QString first =
        of.together && its.firstLongBefore()
            ? QStringLiteral("이 가운데 처음으로 다시 응답한 것은 %1다.").arg(whenChanged(its.first, told.asOf, style))
            : QString();
    const QString others =
        last ? QString() : QStringLiteral("함께 응답하지 않던 나머지가 다시 응답한 것은 %1다.").arg(lastAt);
    return sentences({first, again, page, inBetween(of), others, othersReturned(told, of, style),
                      offTheList(of.off, told, style), notYet(told, of, style)});
}

QString outOfSight(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    return sentences({returned(told, of, style), inBetween(of),
                      QStringLiteral("%1 이후는 관측되지 않았다.").arg(atMoment(*of.unseenFrom, told.asOf, style))});
}

constexpr EndingWords ends{&returned, &outOfSight, &cut, &recovered};

QString sentenceOf(LengthsTold::Of of, const QString& only, const QString& length, const QString& first_failure) {
    switch (of) {
    case LengthsTold::Of::SeenSilent:
        return QStringLiteral("적어도 한 곳이 응답하지 않은 것으로 관측된 시간은 %1이다.").arg(length);
    case LengthsTold::Of::SeenSilentFromFirst:
        return QStringLiteral("첫 실패부터 적어도 한 곳이 응답하지 않은 것으로 관측된 시간은 %1이다.").arg(length);
    case LengthsTold::Of::OneSeenSilent:
        return QStringLiteral("%1 응답하지 않은 것으로 관측된 시간은 %2이다.").arg(only, length);
    case LengthsTold::Of::Whole:
        return QStringLiteral("첫 실패에서 마지막 응답 재개까지 %1이 걸렸다.").arg(length);
    case LengthsTold::Of::SoFar:
        return QStringLiteral("지금까지 %1 동안이다.").arg(length);
    case LengthsTold::Of::SoFarFromFirst:
        return QStringLiteral("첫 실패는 %1이며, 그때부터 지금까지 %2이다.").arg(first_failure, length);
    }
    return {};
}

QString lengths(const IncidentTold& told, CopyStyle style) {
    const LengthsTold its = lengthsTold(told);
    const QString only = subjectOf(told).sentence;
    const QString none = its.none ? QStringLiteral("어느 사이트도 응답하지 않은 시간은 %1이다.")
                                        .arg(inAll(length(*its.none, told.incident.lengths.none), its.noneInAll))
                                  : QString();
    const QString own =
        its.own ? sentenceOf(its.ofOwn, only, inAll(length(*its.own, told.incident.lengths.one), its.ownInAll), {})
                : QString();
    const QString whole = sentenceOf(its.of, only, inAll(length(its.length, its.roundedBy), its.inAll),
                                     whenChanged(told.incident.began, told.asOf, style));
    const QString between = its.of == LengthsTold::Of::SoFarFromFirst ? inBetween(toldOf(told)) : QString();
    return sentences(
        {none, own, whole, between, its.partUnseen ? QStringLiteral("그 시간이 모두 관측된 것은 아니다.") : QString()});
}

QString routes(const IncidentTold& told, CopyStyle style) {
    if (!leftTheTables(told.assessment))
        return {};
    const auto back = told.assessment.routes.back;
    return sentences(
        {QStringLiteral(
             "중국 쪽과 러시아 쪽을 거치는 경로가 모두 세계 라우팅 표에서 사라졌으며, 세계 인터넷과 연결되어 "
             "있지 않은 것으로 보였다."),
         back ? QStringLiteral("경로는 %1까지 다시 나타났다.").arg(atMoment(*back, told.asOf, style)) : QString()});
}

QString besides(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    const auto members = besidesSubject(of);
    if (othersAmong(members, told.watchlist).all() == 0)
        return {};
    return (of.now ? QStringLiteral("%1도 응답하지 않고 있다.") : QStringLiteral("%1도 응답하지 않았다."))
        .arg(othersOf(members, told.watchlist));
}

// Broad agreement is said of them, anything else of the places that were asked.
QString elsewhere(const IncidentTold& told, CopyStyle style) {
    const PlaceRound* const round = told.assessment.opinion.telling();
    if (round == nullptr)
        return {};
    const QString at = atMoment(round->at, told.asOf, style);
    if (round->about != PlaceQuestion::Kind::Http)
        return (round->agrees()
                    ? QStringLiteral(
                          "%1에는 Globalping으로 물은 다른 지점 %2곳 가운데 %3곳에서도 %4에 접속되지 않았다.")
                    : QStringLiteral("%1에는 Globalping으로 물은 다른 지점 %2곳 가운데 %3곳에서는 %4에 접속됐다."))
            .arg(at)
            .arg(round->voting)
            .arg(round->agrees() ? round->silent : round->voting - round->silent)
            .arg(round->about == PlaceQuestion::Kind::Dns ? QStringLiteral("네임서버 한 곳")
                                                          : QStringLiteral("북한의 한 주소"));
    return round->agrees()
               ? QStringLiteral("%1에는 Globalping으로 물은 다른 지점 %2곳 가운데 %3곳에서도 접속되지 않았다.")
                     .arg(at)
                     .arg(round->voting)
                     .arg(round->silent)
               : QStringLiteral("%1에는 Globalping으로 물은 다른 지점 %2곳 가운데 %3곳에서는 접속됐다.")
                     .arg(at)
                     .arg(round->voting)
                     .arg(round->voting - round->silent);
}

QString broadly(const IncidentTold& told, CopyStyle style) {
    const PlaceRound* const round = told.assessment.opinion.telling();
    return round != nullptr && round->isBroad() ? elsewhere(told, style) : QString();
}

QString basis(const Assessment& seen) {
    const Basis& basis = seen.basis;
    const QString voices = basis.voices > 0       ? QStringLiteral("외부 자료는 %1건이다").arg(basis.voices)
                           : seen.opinion.heard() ? QStringLiteral("뒷받침하는 외부 자료는 없다")
                                                  : QStringLiteral("외부 자료는 없다");
    return QStringLiteral("%1개 대역의 주소 %2개를 컴퓨터 %3대로 본 결과이며 %4.")
        .arg(basis.blocks)
        .arg(basis.addresses)
        .arg(basis.vantages)
        .arg(voices);
}

// Of the first failed check, for the table.
QString failure(Stage stage, Failure failure) {
    switch (failure) {
    case Failure::Timeout:
        return stage == Stage::Connect ? QStringLiteral("연결에 응답 없음") : QStringLiteral("응답 없음");
    case Failure::Refused:
        return QStringLiteral("연결 거부");
    case Failure::Reset:
        return QStringLiteral("연결 재설정");
    case Failure::Unreachable:
        return QStringLiteral("도달 불가");
    case Failure::NoSuchName:
        return QStringLiteral("없는 이름");
    case Failure::ServerFailure:
        return QStringLiteral("네임서버 오류");
    case Failure::CertificateInvalid:
        return QStringLiteral("유효하지 않은 인증서");
    case Failure::ProtocolError:
        return QStringLiteral("알 수 없는 형식의 응답");
    case Failure::UnexpectedAnswer:
        return QStringLiteral("예상과 다른 응답");
    case Failure::SuspiciousAnswer:
        return QStringLiteral("믿기 어려운 응답");
    case Failure::None:
    case Failure::Blocked:
    case Failure::PermissionDenied:
    case Failure::LocalNetworkDown:
    case Failure::Cancelled:
    case Failure::Unknown:
        return QString::fromUtf8(name(failure).data());
    }
    return {};
}

QString namesOf(const std::vector<TargetId>& ids, const Watchlist& watchlist) {
    QStringList names;
    for (const Target* const host : hostsAmong(ids, watchlist))
        names << nameOf(watchlist, *host);
    return names.join(QStringLiteral(", "));
}

QString leftOut(const IncidentTold& told) {
    const QString excluded = namesOf(told.incident.excluded, told.watchlist);
    const QString outside = namesOf(told.incident.outsideWindow(), told.watchlist);
    return sentences(
        {excluded.isEmpty() ? QString() : QStringLiteral("사람이 판단해 뺀 것: %1.").arg(excluded),
         outside.isEmpty() ? QString() : QStringLiteral("사람이 정한 이야기 범위 밖이라 뺀 무응답: %1.").arg(outside)});
}

// In Korean whatever the window speaks; names and licences as their owners write them.
struct KoreanCredit {
    const char *source, *credit;
};
constexpr std::array credits{
    KoreanCredit{"ripe-ris", "RIPE NCC RIS, RIPEstat(stat.ripe.net)·RIS Live"},
    KoreanCredit{"routeviews", "RouteViews, University of Oregon(routeviews.org)"},
    KoreanCredit{globalpingSource, "Globalping(jsDelivr), globalping.io"},
    KoreanCredit{atlasSource, "RIPE NCC, RIPE Atlas(atlas.ripe.net)"},
    KoreanCredit{iodaSource,
                 "IODA, Internet Intelligence Lab, Georgia Tech(ioda.live). Copyright Georgia Tech Research "
                 "Corporation, all rights reserved"},
    KoreanCredit{radarSource, "Cloudflare Radar(radar.cloudflare.com), CC BY-NC 4.0"}};

QString credit(const Assessment& seen) {
    const std::vector<std::string> sources = sourcesOf(seen);
    QStringList named;
    for (const KoreanCredit& each : credits)
        if (std::find(sources.begin(), sources.end(), each.source) != sources.end())
            named << QString::fromUtf8(each.credit);
    return named.isEmpty() ? QString() : QStringLiteral("자료: ") + named.join(QStringLiteral(" · "));
}

QString cannotTell() {
    return QStringLiteral(
        "이 기록으로는 고의인지, 누가 또는 무엇이 일으켰는지, 북한 안의 사람들이 무엇을 잃었는지 알 수 "
        "없다. 북한 주민 대부분은 이 망을 쓸 수 없다. 컴퓨터 한 대가 밖에서 본 것이다.");
}

} // namespace

QString siteName(const Watchlist& watchlist, const std::string& site) {
    for (const KoreanName& known : knownNames)
        if (site == known.site)
            return QString::fromUtf8(known.name);
    for (const Site& each : watchlist.sites)
        if (each.id == site)
            return called(each.label);
    return cleaned(site, labelLength);
}

Copy copyOf(const IncidentTold& told, const CopyFrom& from) {
    Copy copy;
    copy.alert = alert(told, from.style);
    const QString first = mark(told) + opening(told, from);
    copy.brief =
        sentences({first, lastAnswer(told, from.style), blockedHere(told), leftOut(told), broadly(told, from.style),
                   ending(ends, told, from.style), besides(told), routes(told, from.style)});
    copy.full = sentences({first, lastAnswer(told, from.style), blockedHere(told), ending(ends, told, from.style),
                           lengths(told, from.style), besides(told), routes(told, from.style),
                           elsewhere(told, from.style), basis(told.assessment), leftOut(told),
                           QStringLiteral("%1년 %2 현재.")
                               .arg(inKorea(told.asOf).date().year())
                               .arg(atMoment(told.asOf, told.asOf, from.style)),
                           cannotTell(), credit(told.assessment)});
    copy.expert =
        mark(told) +
        expertTable(told, {QStringLiteral("사건 %1, UTC, %2 현재"),
                           QStringLiteral("대상\t주소\t포트\t실패\t관측 회선\t마지막 응답\t첫 실패\t마지막 실패\t"
                                          "응답 재개\t횟수\t순서"),
                           &failure});
    return copy;
}

} // namespace kpwatch::words::korean
