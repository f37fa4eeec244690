// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever hands a pack on should know of it, one sentence for each remark. Any thread.
#pragma once

#include "app/evidence/pack.h"

#include <QString>

namespace kpwatch {

QString remarkWords(const PackRemark& remark);

} // namespace kpwatch
