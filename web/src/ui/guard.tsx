// A screen that fails says so, and takes nothing else with it: the text, its file and the other screens go on.

import { Component, type ComponentChildren } from "preact";

/** `of`: what is shown; of something else, it is tried again. */
interface Props { of: string; children: ComponentChildren }

export class Guard extends Component<Props, { failed: string | null }> {
  override state = { failed: null as string | null };

  override componentDidCatch(reason: unknown) {
    console.error(reason);
    this.setState({ failed: reason instanceof Error ? reason.message : String(reason) });
  }

  override componentDidUpdate(before: Props) {
    if (before.of !== this.props.of && this.state.failed !== null) this.setState({ failed: null });
  }

  override render({ children }: Props) {
    const { failed } = this.state;
    if (failed === null) return children;
    return (
      <div class="screen">
        <p class="problem" role="alert">This screen cannot be shown. That is a mistake of this program ({failed}); your text and the other screens are as they were.</p>
      </div>
    );
  }
}
