// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/source_news.h"

#include <iterator>

namespace kpwatch {

namespace {

template <typename Value>
void cutToLatest(std::vector<Value>& values, std::size_t most) {
    if (values.size() > most)
        values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(most));
}

} // namespace

void SourceNews::add(SourceNews news) {
    std::move(news.readings.begin(), news.readings.end(), std::back_inserter(readings));
    std::move(news.answers.begin(), news.answers.end(), std::back_inserter(answers));
}

void SourceNews::keepLatest(std::size_t most_answers, std::size_t most_readings) {
    cutToLatest(answers, most_answers);
    cutToLatest(readings, most_readings);
}

} // namespace kpwatch
