// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a table (RFC 4180), for people with a spreadsheet: what others said is cleaned, quoted where a
// spreadsheet might split it, and never a formula. Any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kpwatch {

class CsvLine {
  public:
    CsvLine& text(std::string_view cell);
    CsvLine& number(std::int64_t number);
    template <typename Number>
    CsvLine& number(const std::optional<Number>& number_if_any) {
        return number_if_any ? number(static_cast<std::int64_t>(*number_if_any)) : text({});
    }
    CsvLine& length(const std::optional<std::chrono::microseconds>& length_if_any) {
        return number(length_if_any ? std::optional(length_if_any->count()) : std::nullopt);
    }
    std::string take() { return std::move(m_line); } // without a newline

  private:
    void separate();
    std::string m_line;
    bool m_first = true;
};

} // namespace kpwatch
