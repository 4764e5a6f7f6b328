/** Buttons that stand in many places: each shape made once. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** A quiet button beside others, in a line of text or at the end of a part. */
export const SmallButton = Button.withProps({ size: 'compact-sm', variant: 'default' });

/** An icon that does something, with its name on hover. One that is off keeps the focus, and does nothing. */
export function ToolButton(properties: {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  /** What hovering says, if not the label. */
  hint?: string;
  /** Shows the hint wherever the pointer is: something has happened. */
  isTelling?: boolean;
  size?: 'md' | 'lg';
  /** Where the hint shows. */
  side?: 'bottom' | 'left';
  isPressed?: boolean;
  isOff?: boolean;
}) {
  const { label, icon, onClick, hint = label, size = 'md', side = 'bottom', isPressed, isOff } = properties;
  return (
    <Tooltip label={hint} position={side} {...(properties.isTelling === true ? { opened: true } : {})}>
      <ActionIcon
        variant={isPressed === true ? 'light' : 'subtle'}
        color="gray"
        size={size}
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isOff}
        {...(isOff === true ? { 'data-disabled': true } : {})}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** The cross in the corner of a bar or notice. */
export function CrossButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} onClick={onClick}>
      <IconX size={15} aria-hidden />
    </ActionIcon>
  );
}

/** Copies a text, and says whether it could. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const { copy, copied, error } = useClipboard();
  return (
    <SmallButton onClick={() => copy(text)}>
      <span aria-live="polite">{error ? 'Not allowed here' : copied ? 'Copied' : label}</span>
    </SmallButton>
  );
}
