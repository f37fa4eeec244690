// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/script.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <tuple>

namespace kpwatch::test {

namespace {

Outcome outcomeOf(char letter) {
    const auto failed = [](Failure failure) { return Outcome{failure, Stage::Connect, {}, milliseconds(200)}; };
    switch (letter) {
    case '+':
        return Outcome::answer();
    case '-':
        return Outcome::timeout();
    case 'r':
        return failed(Failure::Refused);
    case 'x':
        return failed(Failure::Reset);
    case 'u':
        return failed(Failure::Unreachable);
    case 'n':
        return Outcome::neutral(Failure::PermissionDenied);
    case 'c':
        return Outcome::neutral(Failure::Cancelled);
    case 'e':
        return Outcome::page(503);
    case 'f':
        return Outcome::page(404);
    case 'a':
        return Outcome::page(403);
    case 'p':
        return {Failure::ProtocolError, Stage::Exchange, {}, milliseconds(200)};
    case 't':
        return {Failure::CertificateInvalid, Stage::Tls, {}, milliseconds(200)};
    case 's':
        return Outcome::serverFailure();
    default:
        throw std::invalid_argument(std::string("no check is written as ") + letter);
    }
}

} // namespace

std::vector<Observation> checksOf(TargetId target, const std::string& script) {
    std::vector<Observation> rows;
    std::istringstream words(script);
    for (std::string word; words >> word;) {
        const Outcome outcome = outcomeOf(word.back());
        Observation row;
        row.target = target;
        row.startedAt = after(seconds(std::stoi(word)));
        row.elapsed = outcome.elapsed;
        row.reached = outcome.stage;
        row.failure = outcome.failure;
        row.detail = outcome.detail;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Observation> steadyControls(const Watchlist& list, int from, int to) {
    std::vector<Observation> rows;
    int offset = 0;
    for (const Control& control : list.controls) {
        for (int at = from + offset; at < to; at += 30) {
            Observation row;
            row.target = control.target.id;
            row.startedAt = after(seconds(at));
            row.elapsed = milliseconds(100);
            row.reached = Stage::Done;
            row.failure = Failure::None;
            rows.push_back(row);
        }
        offset += 10;
    }
    return rows;
}

std::vector<Observation> inOrder(std::vector<Observation> rows) {
    std::sort(rows.begin(), rows.end(), [](const Observation& left, const Observation& right) {
        return std::tuple(left.endedAt(), left.target, left.startedAt) <
               std::tuple(right.endedAt(), right.target, right.startedAt);
    });
    return rows;
}

std::string shown(const std::vector<Span>& spans) {
    std::string text;
    for (const Span& span : spans) {
        text += (text.empty() ? "" : ", ") + std::string(name(span.verdict));
        if (span.reason != Reason::None)
            text += "/" + std::string(name(span.reason));
        text += "@" + std::to_string(std::chrono::floor<seconds>(span.range.begin - storyBegin()).count());
    }
    return text;
}

std::string shown(const TargetSpans& spans, const Watchlist& list, const std::string& lane) {
    const Target* const target = list.findByName(lane);
    const auto found = spans.find(target == nullptr ? ownLineId : target->id);
    return found == spans.end() ? std::string() : shown(found->second);
}

} // namespace kpwatch::test
