// SPDX-License-Identifier: GPL-3.0-or-later
// Takes an HTTP answer line by line and piece by piece, and keeps no more of it than we asked for. Pure: it knows
// nothing of libcurl or of the connection. One answer each, one thread.
#pragma once

#include "probes/observation.h"

#include <string>
#include <string_view>

namespace kpwatch {

class HttpAnswer {
  public:
    // One header line as it came. False: no more of these are taken (16 KB or 100 lines in all, of every "100 Continue"
    // and "103 Early Hints" before it too), the exchange is to be ended. `status` is that of the head the line is in.
    bool takeHeader(std::string_view line, int status);
    // Returns how much was taken: less than there is once 64 KB are full, and the exchange is to be ended.
    std::size_t takeBody(std::string_view piece);

    bool spoke() const { return m_detail.status != 0; } // a status line came
    bool headEnded() const { return m_headEnded; }      // and all the headers of the answer itself
    bool tooManyHeaders() const { return m_tooManyHeaders; }
    bool bodyFull() const;
    const std::string& body() const { return m_body; }
    // Everything read from it: the first 64 KB of the body, its hash and title, and the headers we know.
    HttpDetail detail() const;

  private:
    void note(std::string_view line);

    HttpDetail m_detail;
    std::string m_contentType;
    std::string m_body;
    std::size_t m_headerBytes = 0;
    int m_headerLines = 0;
    bool m_tooManyHeaders = false;
    bool m_headEnded = false; // the last one: what follows is trailers (RFC 9112, 7.1.2), which say nothing to us
};

} // namespace kpwatch
