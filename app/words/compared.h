// SPDX-License-Identifier: GPL-3.0-or-later
// What two desks saw of the same thing at the same time, in words. Pure; any thread.
#pragma once

#include "app/story/agreement.h"

#include <QString>

namespace kpwatch::words {

QString compared(Agreement agreement); // "Answered us, not them"
QString comparedLower(Agreement agreement);

} // namespace kpwatch::words
