// SPDX-License-Identifier: GPL-3.0-or-later
// What a log says of other places that are asked: that it begins, what came of it, and what stands in its way, once
// each. One thread.
#pragma once

#include "app/story/second_opinion.h"

#include <QString>

namespace kpwatch {

class AskingLog {
  public:
    // The sentences for what is new since the look before; empty: nothing is.
    QString look(const AskingElsewhere& asking);

  private:
    bool m_goesOn = false;
    std::string m_trouble;
    std::optional<UtcTime> m_toldOf; // the round whose outcome was said
};

} // namespace kpwatch
