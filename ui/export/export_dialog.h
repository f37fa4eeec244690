// SPDX-License-Identifier: GPL-3.0-or-later
// The chart composer: what you see is drawn by the code that draws the file. Headline and standfirst can be edited; the
// legend, the gaps, both clocks and the source line cannot be switched off. GUI thread.
#pragma once

#include "ui/paint/chart.h"

#include <QDialog>

class QPlainTextEdit;

namespace kpwatch {

class Button;
class TextLabel;

// How a chart leaves: kept from one export to the next.
struct ChartStyle {
    std::string preset = "article"; // ChartPreset::id
    bool dark = false;
};

// The chart at the size there is, in its own proportions.
class ChartPreview : public QWidget {
    Q_OBJECT
  public:
    ChartPreview(const Timeline& timeline, const ChartFacts& facts, const ChartStyle& style, QWidget* parent = nullptr);
    void setFacts(const ChartFacts& facts);
    void setChartStyle(const ChartStyle& style);
    const ChartPreset& preset() const;
    int percent() const;  // of its full size, as it is shown
    QImage image() const; // the file, at full size
    QString description() const { return altText(m_timeline, m_facts); }
    QSize sizeHint() const override { return {830, 467}; }

  Q_SIGNALS:
    void scaled(); // percent() may have changed

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    qreal scale() const;
    const Theme& theme() const;
    Timeline m_timeline;
    ChartFacts m_facts;
    ChartStyle m_style;
};

class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    ExportDialog(const Timeline& timeline, const Settings& settings, const ChartStyle& style,
                 QWidget* parent = nullptr);
    const ChartStyle& chartStyle() const { return m_style; } // as last chosen

    // Writes the PNG; all of it or nothing. Says in the dialog how it went; false if it could not.
    bool save(const QString& file);
    QString suggestedFileName() const;

  private:
    QWidget* makeControls();
    QPlainTextEdit* makeField(const QString& name, const QString& text, int lines);
    QWidget* makeSizes();
    QLayout* makeThemes();
    void follow(); // the fields to the preview
    void restyle();
    void say(const QString& outcome, bool good = true);
    void askWhere();
    void copyImage();
    void copyAltText();

    ChartFacts m_facts;
    ChartStyle m_style;
    ChartPreview* m_preview;
    TextLabel* m_size = nullptr;
    QPlainTextEdit* m_headline = nullptr;
    QPlainTextEdit* m_standfirst = nullptr;
    QPlainTextEdit* m_altText = nullptr;
    bool m_altEdited = false; // by hand: the suggestion no longer replaces it
    TextLabel* m_outcome = nullptr;
};

} // namespace kpwatch
