// SPDX-License-Identifier: GPL-3.0-or-later
// How the whole application speaks and looks, as the person chose it or the desktop wishes. GUI thread.
#pragma once

namespace kpwatch {

struct Look;

void speakAsChosen(const Look& look);
void wearLook(const Look& look); // theme, contrast, motion and text size, but for the sizes of widgets that are there

} // namespace kpwatch
