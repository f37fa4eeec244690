// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/source_news.h"

#include <algorithm>
#include <iterator>

namespace kpwatch {

namespace {

template <typename Value>
void cutToLatest(std::vector<Value>& values, std::size_t most) {
    if (values.size() > most)
        values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(most));
}

template <typename Value>
void append(std::vector<Value>& values, std::vector<Value>& more) {
    std::move(more.begin(), more.end(), std::back_inserter(values));
}

} // namespace

bool SourceNews::saysAnything() const {
    return !readings.empty() || !sightings.empty() || !stretches.empty() || !past.empty() ||
           std::any_of(answers.begin(), answers.end(),
                       [](const SourceAnswer& answer) { return answer.newReadings && answer.source != ownResolver; });
}

void SourceNews::add(SourceNews news) {
    append(readings, news.readings);
    append(answers, news.answers);
    append(sightings, news.sightings);
    append(stretches, news.stretches);
    append(past, news.past);
}

void SourceNews::keepLatest(std::size_t most_answers, std::size_t most_readings) {
    cutToLatest(answers, most_answers);
    cutToLatest(readings, most_readings);
}

} // namespace kpwatch
