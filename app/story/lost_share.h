// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a share is that was counted, and by how much one surely exceeds another. Pure; any thread.
#pragma once

namespace kpwatch {

struct LostShare {
    int lost = 0, tries = 0;
    void add(int its_lost, int its_tries) {
        lost += its_lost;
        tries += its_tries;
    }
    void add(const LostShare& other) { add(other.lost, other.tries); }
    double share() const { return tries > 0 ? static_cast<double>(lost) / tries : 0; }
    bool operator==(const LostShare&) const = default;
};

// Bounds of the true share, 95 %: E. B. Wilson, JASA 22 (1927). 0 and 1 without a try.
struct ShareBounds {
    double lower = 0, upper = 1;
};
ShareBounds wilson(const LostShare& counted);

// Lower 95 % bound of how much greater the true share of `here` is than that of `there`, from the two Wilson bounds:
// R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
double surelyMore(const LostShare& here, const LostShare& there);

} // namespace kpwatch
