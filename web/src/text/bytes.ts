// The command line counts bytes of UTF-8, the page counts UTF-16 units: this converts one to the other.

export type Range = [number, number];

/** For every byte offset of `text` its place in UTF-16 units; an offset inside a character is that character's begin. */
export class Bytes {
  private readonly ascii: boolean;
  private readonly marks: number[] = []; // pairs: a byte offset, the unit offset there, one at each character beyond ASCII
  readonly length: number;

  constructor(text: string) {
    this.ascii = !/[^\0-\x7f]/.test(text);
    this.length = this.ascii ? text.length : this.count(text);
  }

  private count(text: string): number {
    let byte = 0;
    for (let unit = 0; unit < text.length; unit++) {
      const code = text.charCodeAt(unit);
      if (code < 0x80) {
        byte++;
        continue;
      }
      const pair = code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length;
      byte += code < 0x800 ? 2 : pair ? 4 : 3;
      if (pair) unit++;
      this.marks.push(byte, unit + 1);
    }
    return byte;
  }

  unit(byte: number): number {
    if (this.ascii) return Math.max(0, Math.min(byte, this.length));
    let low = 0;
    let high = this.marks.length / 2; // the number of marks at or before `byte`
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.marks[2 * middle]! <= byte) low = middle + 1;
      else high = middle;
    }
    const [markByte, markUnit] = low === 0 ? [0, 0] : [this.marks[2 * low - 2]!, this.marks[2 * low - 1]!];
    const next = low < this.marks.length / 2 ? this.marks[2 * low + 1]! : Infinity;
    const unit = markUnit + (Math.min(byte, this.length) - markByte);
    return Math.min(unit, next - 1);
  }

  range([begin, end]: Range): Range {
    return [this.unit(begin), this.unit(end)];
  }
}
