// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lane_script.h"

#include "app/story/timeline.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace kpwatch::test {

namespace {

constexpr double usualWidth = 2;

Span stateOf(char letter) {
    Span span;
    switch (letter) {
    case 's':
        span.verdict = Verdict::Degraded;
        break;
    case 'p':
        span.verdict = Verdict::ErrorPage;
        span.note = "503";
        break;
    case 'u':
        span.verdict = Verdict::Unknown;
        span.reason = Reason::Stale;
        break;
    case 'z':
        span.verdict = Verdict::NotMonitored;
        span.reason = Reason::Asleep;
        break;
    case 'o':
        span.verdict = Verdict::OwnConnectionDown;
        break;
    case 'n':
        span.verdict = Verdict::Unknown;
        span.reason = Reason::NeverAnswered;
        break;
    case 'b':
        span.verdict = Verdict::BlockedHere;
        break;
    case 'i':
        span.verdict = Verdict::Unknown;
        span.reason = Reason::Intercepted;
        break;
    default:
        throw std::invalid_argument(std::string("no state is written as ") + letter);
    }
    return span;
}

struct Pair {
    double begin, width, end;
};

Pair pairOf(const std::string& word, double never) {
    Pair pair{0, usualWidth, never};
    std::size_t used = 0;
    pair.begin = std::stod(word, &used);
    std::string rest = word.substr(used);
    if (rest.starts_with('~')) {
        pair.width = std::stod(rest.substr(1), &used);
        rest = rest.substr(1 + used);
    }
    if (!rest.starts_with('-'))
        throw std::invalid_argument("no range: " + word);
    if (rest.size() > 1)
        pair.end = std::stod(rest.substr(1));
    return pair;
}

// The pieces of one down time: they share onset and end.
std::vector<Span> downOf(const std::string& word, double end) {
    std::vector<Pair> pieces;
    std::istringstream parts(word);
    for (std::string part; std::getline(parts, part, '+');)
        pieces.push_back(pairOf(part, end));
    const Pair& first = pieces.front();
    const Pair& last = pieces.back();
    Span span;
    span.verdict = Verdict::Down;
    span.onset = Onset{minute(first.begin - first.width), minute(first.begin) + seconds(10)};
    if (last.end < end && !word.ends_with('?'))
        span.ended = Onset{minute(last.end - last.width), minute(last.end) + milliseconds(300)};
    std::vector<Span> spans;
    for (const Pair& piece : pieces) {
        span.range = {minute(piece.begin), minute(piece.end)};
        spans.push_back(span);
    }
    return spans;
}

std::vector<Span> spansOfWord(const std::string& word, double end) {
    if (std::isalpha(static_cast<unsigned char>(word.front())) == 0)
        return downOf(word, end);
    Span span = stateOf(word.front());
    const Pair pair = pairOf(word.substr(1), end);
    span.range = {minute(pair.begin), minute(pair.end)};
    return {span};
}

std::vector<Span> withAnswersBetween(std::vector<Span> said, double end) {
    std::sort(said.begin(), said.end(),
              [](const Span& left, const Span& right) { return left.range.begin < right.range.begin; });
    std::vector<Span> lane;
    UtcTime reached = minute(0);
    const auto answer_until = [&](UtcTime until) {
        if (reached < until)
            lane.push_back({{reached, until}, Verdict::Up, Reason::None, {}, {}, {}});
    };
    for (const Span& span : said) {
        answer_until(span.range.begin);
        lane.push_back(span);
        reached = span.range.end;
    }
    answer_until(minute(end));
    return lane;
}

bool isMeant(const Target& target, const std::string& name) {
    if (name == "all")
        return true;
    if (name == "sites")
        return !target.site.empty();
    if (name == "servers")
        return target.group == "name-servers";
    if (name == "routers")
        return target.group == "routers";
    if (name == "china")
        return target.via == Via::China;
    return target.name == name;
}

std::string minutesOf(UtcTime time) {
    return std::to_string(std::chrono::floor<std::chrono::minutes>(time - storyBegin()).count());
}

} // namespace

UtcTime minute(double minutes) {
    return storyBegin() + milliseconds(static_cast<std::int64_t>(std::llround(minutes * 60000)));
}

TargetSpans lanesOf(const Watchlist& watchlist, const std::string& script, double end) {
    std::map<TargetId, std::vector<Span>> said;
    std::istringstream lanes(script);
    for (std::string lane; std::getline(lanes, lane, ';');) {
        std::istringstream words(lane);
        std::string name;
        if (!(words >> name))
            continue;
        bool known = false;
        std::vector<Span> spans;
        for (std::string word; words >> word;)
            for (const Span& span : spansOfWord(word, end))
                spans.push_back(span);
        for (const Target& target : watchlist.targets)
            if (isMeant(target, name)) {
                known = true;
                auto& its = said[target.id];
                its.insert(its.end(), spans.begin(), spans.end());
            }
        if (!known)
            throw std::invalid_argument("no lane is called " + name);
    }
    TargetSpans result;
    for (const Target& target : watchlist.targets)
        result[target.id] = withAnswersBetween(said[target.id], end);
    return result;
}

std::string shown(const std::vector<Incident>& incidents, const Watchlist& watchlist) {
    std::string text;
    for (const Incident& incident : incidents) {
        text += text.empty() ? "" : ", ";
        std::string names;
        for (const Member& member : incident.members)
            names += (names.empty() ? "" : "+") + watchlist.find(member.target)->name;
        text += names + "@" + minutesOf(incident.firstFailure()) + "-";
        if (incident.cutAt)
            text += minutesOf(*incident.cutAt) + "|";
        else if (incident.ended)
            text += minutesOf(incident.ended->by);
    }
    return text;
}

std::string shown(const std::vector<Before>& pairs, const Watchlist& watchlist) {
    std::string text;
    for (const Before& pair : pairs)
        text += (text.empty() ? "" : " ") + watchlist.find(pair.first)->name + "<" + watchlist.find(pair.second)->name;
    return text;
}

} // namespace kpwatch::test
