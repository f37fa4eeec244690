// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>

static void registerAll() { Q_INIT_RESOURCE(kpwatch_data); }

namespace kpwatch {

void initResources() { registerAll(); }

} // namespace kpwatch
