import TextField, { type TextFieldProps } from '@mui/material/TextField';

/** A text field without a star at what is required: what is optional says so in its label. */
export function Field({ required, slotProps, ...props }: TextFieldProps) {
  const htmlInput = { ...(slotProps?.htmlInput as object | undefined), required };
  return <TextField {...props} slotProps={{ ...slotProps, htmlInput }} />;
}
