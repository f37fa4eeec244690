// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"

#include <utility>

namespace kpwatch::words {

namespace {

thread_local bool englishWanted = false;

} // namespace

InEnglish::InEnglish() : m_before(std::exchange(englishWanted, true)) {}
InEnglish::~InEnglish() { englishWanted = m_before; }

bool InEnglish::now() { return englishWanted; }

} // namespace kpwatch::words
